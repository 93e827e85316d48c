package dev.parley.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The AES-256-GCM key and IV of one epoch: 2^23 counters that share a key. Both sides make it from the exported secret
/// and the number of the epoch alone, so a new key needs no negotiation:
///
/// ```
/// key 32 | iv 12 = HKDF-Expand-SHA-256(exported secret, "parley epoch" | epoch 8, 44)      (RFC 5869)
/// ```
///
/// The nonce of a datagram is the IV with its last 8 bytes xor the counter. One thread at a time.
final class EpochKey {

    private static final int COUNTER_BITS = 23;
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final byte[] LABEL = "parley epoch".getBytes(StandardCharsets.US_ASCII);

    private final long epoch;
    private final SecretKeySpec key;
    private final byte[] iv;
    private final byte[] nonce = new byte[IV_BYTES];

    private EpochKey(long epoch, byte[] expanded) {
        this.epoch = epoch;
        this.key = new SecretKeySpec(expanded, 0, KEY_BYTES, "AES");
        this.iv = Arrays.copyOfRange(expanded, KEY_BYTES, KEY_BYTES + IV_BYTES);
    }

    static EpochKey derive(byte[] secret, long epoch) {
        byte[] info = ByteBuffer.allocate(LABEL.length + Long.BYTES).put(LABEL).putLong(epoch).array();
        byte[] expanded = {};
        try {
            expanded = KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.expandOnly(
                    new SecretKeySpec(secret, "HKDF"), info, KEY_BYTES + IV_BYTES));
            return new EpochKey(epoch, expanded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has HKDF-SHA256", e);
        } finally {
            Arrays.fill(expanded, (byte) 0);
        }
    }

    static long epochOf(long counter) {
        return counter >>> COUNTER_BITS;
    }

    static long firstCounterOf(long epoch) {
        return epoch << COUNTER_BITS;
    }

    long epoch() {
        return epoch;
    }

    Key key() {
        return key;
    }

    GCMParameterSpec nonce(long counter) {
        System.arraycopy(iv, 0, nonce, 0, IV_BYTES);
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[IV_BYTES - 1 - i] ^= (byte) (counter >>> (Byte.SIZE * i));
        }
        return new GCMParameterSpec(DatagramHeader.TAG_BYTES * Byte.SIZE, nonce); // copies the nonce
    }

    /// Zeroes the IV. The JDK offers no way to zero a key of its own.
    void erase() {
        Arrays.fill(iv, (byte) 0);
        Arrays.fill(nonce, (byte) 0);
    }
}
