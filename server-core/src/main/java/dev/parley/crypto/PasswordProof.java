package dev.parley.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEParticipant;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound1Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEUtil;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/// One side of the proof that two parties know the same room password: J-PAKE (RFC 8236) over P-256, with Schnorr
/// proofs (RFC 8235) and key confirmation (NIST SP 800-56A rev. 3, 5.9.1), SHA-256 throughout. Who does not know the
/// password learns from one run only whether one guess was right; who recorded it learns nothing.
///
/// Each side calls, once and in this order, [#round1], [#acceptRound1], [#round2], [#acceptRound2]; then [#mac] and
/// [#verifyMac], in either order. Anything else is an [IllegalStateException]. After a [ProofException] or a failed
/// confirmation the proof is over. One thread at a time; each round costs about a millisecond.
///
/// ## Values
///
/// The participants are `client|ROOM|BINDING` and `host|ROOM|BINDING` (UTF-8), where BINDING is the RFC 9266 channel
/// binding of the TLS connection as 64 lower-case hexadecimal digits. They do not travel: each side puts in its own
/// connection, so a relay between two connections fails at the first payload. The password number s is the 32-byte
/// [PasswordSecret], as 64 lower-case hexadecimal digits, read as an ASCII string, read as one big-endian number,
/// modulo n, the order of the curve.
///
/// ## Payloads
///
/// Base64url without padding of these bytes. Points are compressed (SEC 1, section 2.3.3: 33 bytes), numbers are
/// unsigned, big-endian, 32 bytes, from 1 to n - 1.
///
/// ```
/// round 1 (197 bytes, 263 characters)
///   01 | X1 33 | X2 33 | V1 33 | r1 32 | V2 33 | r2 32
/// round 2 (99 bytes, 132 characters)
///   02 | A 33 | V 33 | r 32
/// key confirmation (33 bytes, 44 characters)
///   03 | tag 32
/// ```
///
/// (V, r) proves knowledge of the x in X = G·x: V = G·r + X·h, where h = SHA-256(G, V, X, id of the prover), each
/// preceded by its length in 4 bytes, points compressed; h is read as a signed (two's complement) number. X1 and X2 are
/// proven for the base point G; A for the generator (X1 + X3 + X4), where X3 and X4 are the other side's points, with
/// x2·s as the secret. With K the x coordinate of the shared point (no leading zero bytes),
/// tag = HMAC-SHA256(SHA-256(K, `ECJPAKE_KC`), `KC_1_U`, id of the sender, id of the receiver, the sender's X1 and X2,
/// the receiver's X1 and X2).
public final class PasswordProof implements AutoCloseable {

    private enum Step { ROUND1, ACCEPT_ROUND1, ROUND2, ACCEPT_ROUND2, CONFIRM, OVER }

    private static final int BINDING_BYTES = 32;

    private final String myId;
    private final String theirId;
    private final byte[] myMac = new byte[ProofCodec.MAC_BYTES];
    private final byte[] theirMac = new byte[ProofCodec.MAC_BYTES];
    private Step step = Step.ROUND1;
    private boolean macGiven;
    private boolean macVerified;
    private @Nullable ECJPAKEParticipant participant;
    private @Nullable ECJPAKERound1Payload mine;
    private @Nullable ECJPAKERound1Payload theirs;

    private PasswordProof(PasswordSecret secret, String myId, String theirId, SecureRandom random) {
        this.myId = myId;
        this.theirId = theirId;
        byte[] bytes = secret.copy();
        char[] digits = new char[2 * bytes.length];
        try {
            for (int i = 0; i < bytes.length; i++) {
                digits[2 * i] = HexFormat.of().toHighHexDigit(bytes[i]);
                digits[2 * i + 1] = HexFormat.of().toLowHexDigit(bytes[i]);
            }
            participant = new ECJPAKEParticipant(myId, digits, ECJPAKECurves.NIST_P256, new SHA256Digest(), random);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(digits, '\0');
        }
    }

    /// The side that wants to enter the room.
    ///
    /// @param secret stays the caller's; not needed after this call
    /// @param channelBinding 32 bytes from [TlsExporter#channelBinding]
    /// @throws IllegalArgumentException if the binding has another length or the room is not valid Unicode
    public static PasswordProof client(PasswordSecret secret, byte[] channelBinding, String room, SecureRandom random) {
        return new PasswordProof(secret, id("client", room, channelBinding), id("host", room, channelBinding), random);
    }

    /// The side that has the room. Parameters as for [#client].
    public static PasswordProof host(PasswordSecret secret, byte[] channelBinding, String room, SecureRandom random) {
        return new PasswordProof(secret, id("host", room, channelBinding), id("client", room, channelBinding), random);
    }

    /// The first payload for the other side.
    public String round1() {
        ECJPAKEParticipant current = enter(Step.ROUND1);
        ECJPAKERound1Payload payload = current.createRound1PayloadToSend();
        mine = payload;
        step = Step.ACCEPT_ROUND1;
        return ProofCodec.encode(payload);
    }

    /// Checks the first payload of the other side.
    ///
    /// @throws ProofException if it is malformed, or not made by the other side for this room and connection
    public void acceptRound1(String payload) {
        ECJPAKEParticipant current = enter(Step.ACCEPT_ROUND1);
        accept(Step.ROUND2, () -> {
            ECJPAKERound1Payload received = ProofCodec.decodeRound1(payload, theirId);
            current.validateRound1PayloadReceived(received);
            theirs = received;
        });
    }

    /// The second payload for the other side.
    public String round2() {
        ECJPAKEParticipant current = enter(Step.ROUND2);
        String payload = ProofCodec.encode(current.createRound2PayloadToSend());
        step = Step.ACCEPT_ROUND2;
        return payload;
    }

    /// Checks the second payload of the other side. That it is accepted does not yet say that the passwords are equal.
    ///
    /// @throws ProofException as in [#acceptRound1]
    public void acceptRound2(String payload) {
        ECJPAKEParticipant current = enter(Step.ACCEPT_ROUND2);
        accept(Step.CONFIRM, () -> {
            current.validateRound2PayloadReceived(ProofCodec.decodeRound2(payload, theirId));
            computeMacs(current.calculateKeyingMaterial());
        });
        participant = null; // its work is done; let go of its secrets
    }

    /// The key confirmation for the other side.
    public String mac() {
        if (step != Step.CONFIRM || macGiven) {
            throw outOfOrder();
        }
        macGiven = true;
        return ProofCodec.encodeMac(myMac);
    }

    /// Whether the other side knows the password. False ends the proof.
    ///
    /// @throws ProofException if the payload is no key confirmation at all
    public boolean verifyMac(String payload) {
        if (step != Step.CONFIRM || macVerified) {
            throw outOfOrder();
        }
        macVerified = true;
        boolean verified = false;
        try {
            verified = MessageDigest.isEqual(theirMac, ProofCodec.decodeMac(payload));
        } finally {
            if (!verified) {
                close();
            }
        }
        return verified;
    }

    /// Ends the proof and lets go of its secrets; what Bouncy Castle holds in big numbers is left to the collector.
    /// Idempotent.
    @Override
    public void close() {
        step = Step.OVER;
        participant = null;
        mine = null;
        theirs = null;
        Arrays.fill(myMac, (byte) 0);
        Arrays.fill(theirMac, (byte) 0);
    }

    @Override
    public String toString() {
        return "PasswordProof[" + step.name().toLowerCase(Locale.ROOT) + "]";
    }

    private static String id(String role, String room, byte[] channelBinding) {
        if (channelBinding.length != BINDING_BYTES) {
            throw new IllegalArgumentException("a channel binding has " + BINDING_BYTES + " bytes");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(room)) {
            throw new IllegalArgumentException("the room name is not valid Unicode");
        }
        return role + "|" + room + "|" + HexFormat.of().formatHex(channelBinding);
    }

    private ECJPAKEParticipant enter(Step expected) {
        ECJPAKEParticipant current = participant;
        if (step != expected || current == null) {
            throw outOfOrder();
        }
        return current;
    }

    private void accept(Step next, Check check) {
        step = Step.OVER;
        boolean accepted = false;
        try {
            check.run();
            accepted = true;
        } catch (CryptoException | IllegalArgumentException | ArithmeticException | NullPointerException e) {
            // a lie in the payload; Bouncy Castle meets a point at infinity in its sums with the unchecked kinds
            throw new ProofException("the password proof of the other side does not hold");
        } finally {
            if (!accepted) {
                close();
            }
        }
        step = next;
    }

    private void computeMacs(BigInteger key) {
        ECJPAKERound1Payload my = mine;
        ECJPAKERound1Payload their = theirs;
        if (my == null || their == null) {
            throw outOfOrder();
        }
        store(myMac, ECJPAKEUtil.calculateMacTag(myId, theirId, my.getGx1(), my.getGx2(),
                their.getGx1(), their.getGx2(), key, new SHA256Digest()));
        store(theirMac, ECJPAKEUtil.calculateMacTag(theirId, myId, their.getGx1(), their.getGx2(),
                my.getGx1(), my.getGx2(), key, new SHA256Digest()));
    }

    private static void store(byte[] mac, BigInteger tag) {
        // Bouncy Castle reads the HMAC as a signed number; this gives its 32 bytes back
        byte[] bytes = BigIntegers.asUnsignedByteArray(mac.length, tag.mod(BigInteger.TWO.pow(mac.length * Byte.SIZE)));
        System.arraycopy(bytes, 0, mac, 0, mac.length);
    }

    private IllegalStateException outOfOrder() {
        return new IllegalStateException("not now: " + this);
    }

    private interface Check {
        void run() throws CryptoException;
    }
}
