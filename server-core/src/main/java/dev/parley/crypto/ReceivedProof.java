package dev.parley.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEUtil;
import org.bouncycastle.crypto.agreement.ecjpake.ECSchnorrZKP;
import org.bouncycastle.math.ec.ECPoint;

/// Turns a Schnorr proof (V, r) from the wire into Bouncy Castle's type for it. Its constructor is not public (1.86),
/// and reflection would fail where Bouncy Castle is a named module. So the public function that makes proofs is asked
/// for one with generator V, nonce 1 and a hash that is always 1: it answers (V·1, 1 - x·1), which for x = 1 - r is
/// (V, r). Nothing is proven by that; the caller verifies the proof as it came.
final class ReceivedProof {

    private ReceivedProof() {}

    /// @param r 1 to n - 1
    static ECSchnorrZKP of(ECPoint v, BigInteger r) {
        BigInteger n = ECJPAKECurves.NIST_P256.getN();
        BigInteger x = BigInteger.ONE.subtract(r).mod(n);
        ECSchnorrZKP proof = ECJPAKEUtil.calculateZeroKnowledgeProof(v, n, x, v, new AlwaysOne(), "", new Nonce());
        if (!proof.getV().equals(v) || !proof.getr().equals(r)) {
            throw new IllegalStateException("this version of Bouncy Castle makes Schnorr proofs in another way");
        }
        return proof;
    }

    /// Whatever is hashed, the hash is the number 1.
    private static final class AlwaysOne implements Digest {

        @Override
        public String getAlgorithmName() {
            return "1";
        }

        @Override
        public int getDigestSize() {
            return 1;
        }

        @Override
        public void update(byte in) {}

        @Override
        public void update(byte[] in, int offset, int length) {}

        @Override
        public int doFinal(byte[] out, int offset) {
            out[offset] = 1;
            return 1;
        }

        @Override
        public void reset() {}
    }

    /// Draws the number 1, whatever its size.
    private static final class Nonce extends SecureRandom {

        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 0);
            bytes[bytes.length - 1] = 1;
        }
    }
}
