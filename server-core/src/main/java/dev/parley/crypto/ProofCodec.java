package dev.parley.crypto;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurve;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound1Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound2Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECSchnorrZKP;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/// The payloads of a [PasswordProof] as base64url. The layout is in the documentation of that class. Every field has a
/// fixed size, so a payload of the wrong length is refused before it is decoded, and the only encoding of the point at
/// infinity does not fit. Stateless, any thread.
final class ProofCodec {

    static final int MAC_BYTES = 32;

    private static final int POINT_BYTES = 33;
    private static final int SCALAR_BYTES = 32;
    private static final int PROOF_BYTES = POINT_BYTES + SCALAR_BYTES;

    private static final byte ROUND1 = 1;
    private static final byte ROUND2 = 2;
    private static final byte MAC = 3;

    private static final ECJPAKECurve CURVE = ECJPAKECurves.NIST_P256;

    private ProofCodec() {}

    static String encode(ECJPAKERound1Payload round1) {
        ByteBuffer out = ByteBuffer.allocate(1 + 2 * POINT_BYTES + 2 * PROOF_BYTES).put(ROUND1);
        put(out, round1.getGx1());
        put(out, round1.getGx2());
        put(out, round1.getKnowledgeProofForX1());
        put(out, round1.getKnowledgeProofForX2());
        return Base64Url.encode(out.array());
    }

    static String encode(ECJPAKERound2Payload round2) {
        ByteBuffer out = ByteBuffer.allocate(1 + POINT_BYTES + PROOF_BYTES).put(ROUND2);
        put(out, round2.getA());
        put(out, round2.getKnowledgeProofForX2s());
        return Base64Url.encode(out.array());
    }

    static String encodeMac(byte[] mac) {
        return Base64Url.encode(ByteBuffer.allocate(1 + MAC_BYTES).put(MAC).put(mac).array());
    }

    /// @param sender participant id that the payload must have been made for
    /// @throws ProofException if no honest program wrote this; the proofs in it are yet to be verified
    static ECJPAKERound1Payload decodeRound1(String text, String sender) {
        ByteBuffer in = open(text, ROUND1, 2 * POINT_BYTES + 2 * PROOF_BYTES);
        return new ECJPAKERound1Payload(sender, point(in), point(in), proof(in), proof(in));
    }

    /// As [#decodeRound1].
    static ECJPAKERound2Payload decodeRound2(String text, String sender) {
        ByteBuffer in = open(text, ROUND2, POINT_BYTES + PROOF_BYTES);
        return new ECJPAKERound2Payload(sender, point(in), proof(in));
    }

    /// @throws ProofException if this is no key confirmation at all
    static byte[] decodeMac(String text) {
        byte[] mac = new byte[MAC_BYTES];
        open(text, MAC, MAC_BYTES).get(mac);
        return mac;
    }

    private static void put(ByteBuffer out, ECPoint point) {
        out.put(point.getEncoded(true));
    }

    private static void put(ByteBuffer out, ECSchnorrZKP proof) {
        put(out, proof.getV());
        out.put(BigIntegers.asUnsignedByteArray(SCALAR_BYTES, proof.getr()));
    }

    private static ByteBuffer open(String text, byte kind, int length) {
        ByteBuffer in = ByteBuffer.wrap(Base64Url.decode(text, 1 + length).orElseThrow(ProofCodec::malformed));
        if (in.get() != kind) {
            throw malformed();
        }
        return in;
    }

    private static ECPoint point(ByteBuffer in) {
        byte[] encoded = new byte[POINT_BYTES];
        in.get(encoded);
        try {
            ECPoint point = CURVE.getCurve().decodePoint(encoded);
            if (!point.isInfinity() && point.isValid()) {
                return point;
            }
        } catch (IllegalArgumentException | ArithmeticException notOnTheCurve) {
            throw malformed();
        }
        throw malformed();
    }

    private static ECSchnorrZKP proof(ByteBuffer in) {
        ECPoint v = point(in);
        byte[] scalar = new byte[SCALAR_BYTES];
        in.get(scalar);
        BigInteger r = new BigInteger(1, scalar);
        if (r.signum() == 0 || r.compareTo(CURVE.getN()) >= 0) {
            throw malformed();
        }
        return ReceivedProof.of(v, r);
    }

    private static ProofException malformed() {
        return new ProofException("malformed payload of a password proof");
    }
}
