package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

/// A client written from the documentation of [PasswordProof] alone, with nothing but curve arithmetic, agrees with
/// ours: so the documentation is enough for others.
class ProofFormatTest {

    private static final ECPoint G = CustomNamedCurves.getByName("secp256r1").getG();
    private static final BigInteger N = CustomNamedCurves.getByName("secp256r1").getN();
    private static final byte[] BINDING = HexFormat.of().parseHex("ab".repeat(32));
    private static final String CLIENT = "client|Crew|" + "ab".repeat(32);
    private static final String HOST = "host|Crew|" + "ab".repeat(32);

    private final SecureRandom random = new SecureRandom();

    @Test
    void aClientMadeFromTheDocumentationIsUnderstood() throws GeneralSecurityException {
        // many runs, because numbers with leading zeros and negative hashes come by chance
        for (int run = 0; run < 64; run++) {
            byte[] secret = new byte[PasswordSecret.BYTES];
            random.nextBytes(secret);
            BigInteger s = new BigInteger(1, ascii(HexFormat.of().formatHex(secret))).mod(N);
            PasswordProof host = PasswordProof.host(PasswordSecret.of(secret), BINDING, "Crew", random);

            BigInteger x1 = number();
            BigInteger x2 = number();
            ECPoint p1 = G.multiply(x1);
            ECPoint p2 = G.multiply(x2);
            ByteBuffer theirs = payload(host.round1(), 1);
            ECPoint p3 = point(theirs);
            ECPoint p4 = point(theirs);
            verify(G, p3, theirs);
            verify(G, p4, theirs);
            String round1 = text(new byte[] {1}, bytes(p1), bytes(p2), prove(G, x1, p1), prove(G, x2, p2));
            host.acceptRound1(round1);

            ByteBuffer second = payload(host.round2(), 2);
            ECPoint b = point(second);
            verify(p3.add(p1).add(p2), b, second);
            BigInteger x2s = x2.multiply(s).mod(N);
            ECPoint generator = p1.add(p3).add(p4);
            ECPoint a = generator.multiply(x2s);
            host.acceptRound2(text(new byte[] {2}, bytes(a), prove(generator, x2s, a)));

            ECPoint shared = b.subtract(p4.multiply(x2s)).multiply(x2).normalize();
            byte[] key = BigIntegers.asUnsignedByteArray(shared.getAffineXCoord().toBigInteger());
            byte[] macKey = MessageDigest.getInstance("SHA-256").digest(join(key, ascii("ECJPAKE_KC")));
            byte[] hostTag = tag(macKey, HOST, CLIENT, p3, p4, p1, p2);
            assertThat(host.mac()).isEqualTo(text(new byte[] {3}, hostTag));
            assertThat(host.verifyMac(text(new byte[] {3}, tag(macKey, CLIENT, HOST, p1, p2, p3, p4)))).isTrue();
        }
    }

    private BigInteger number() {
        return BigIntegers.createRandomInRange(BigInteger.ONE, N.subtract(BigInteger.ONE), random);
    }

    private byte[] prove(ECPoint generator, BigInteger x, ECPoint point) throws GeneralSecurityException {
        BigInteger v = number();
        ECPoint commitment = generator.multiply(v);
        BigInteger h = hash(generator, commitment, point, CLIENT);
        return join(bytes(commitment), BigIntegers.asUnsignedByteArray(32, v.subtract(x.multiply(h)).mod(N)));
    }

    private static void verify(ECPoint generator, ECPoint point, ByteBuffer in) throws GeneralSecurityException {
        ECPoint commitment = point(in);
        byte[] scalar = new byte[32];
        in.get(scalar);
        BigInteger h = hash(generator, commitment, point, HOST);
        assertThat(generator.multiply(new BigInteger(1, scalar)).add(point.multiply(h.mod(N)))).isEqualTo(commitment);
    }

    private static BigInteger hash(ECPoint generator, ECPoint commitment, ECPoint point, String id)
            throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : new byte[][] {bytes(generator), bytes(commitment), bytes(point), utf8(id)}) {
            digest.update(ByteBuffer.allocate(4).putInt(part.length).array());
            digest.update(part);
        }
        return new BigInteger(digest.digest());
    }

    private static byte[] tag(byte[] macKey, String sender, String receiver, ECPoint... points)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(macKey, "HmacSHA256"));
        mac.update(utf8("KC_1_U" + sender + receiver));
        Arrays.stream(points).map(ProofFormatTest::bytes).forEach(mac::update);
        return mac.doFinal();
    }

    private static ByteBuffer payload(String text, int kind) {
        ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        assertThat(in.get()).isEqualTo((byte) kind);
        return in;
    }

    private static ECPoint point(ByteBuffer in) {
        byte[] encoded = new byte[33];
        in.get(encoded);
        return G.getCurve().decodePoint(encoded);
    }

    private static byte[] bytes(ECPoint point) {
        return point.getEncoded(true);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static String text(byte[]... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(join(parts));
    }
}
