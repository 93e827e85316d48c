package dev.parley.log;

import java.security.MessageDigest;
import java.util.Arrays;

/// What the host keeps of a room password: the Argon2id result and the numbers that made it. Never the password.
/// Copies go in and out; the text form shows nothing.
///
/// @param secret the 32 bytes that Argon2id made
/// @param salt 8 to 64 bytes
/// @param memoryKib memory of Argon2id in KiB
/// @param iterations passes of Argon2id
/// @param lanes lanes of Argon2id
@SuppressWarnings("ArrayRecordComponent") // copied both ways, compared by content, never shown
public record StoredPassword(byte[] secret, byte[] salt, int memoryKib, int iterations, int lanes) {

    /// Bytes of the secret.
    public static final int SECRET_BYTES = 32;

    public StoredPassword {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("the secret has " + SECRET_BYTES + " bytes");
        }
        if (salt.length < 8 || salt.length > 64) {
            throw new IllegalArgumentException("the salt has 8 to 64 bytes");
        }
        if (memoryKib < 1 || iterations < 1 || lanes < 1) {
            throw new IllegalArgumentException("the cost of Argon2id must be positive");
        }
        secret = secret.clone();
        salt = salt.clone();
    }

    /// A copy; the caller zeroes it after use.
    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredPassword that
                && MessageDigest.isEqual(secret, that.secret)
                && Arrays.equals(salt, that.salt)
                && memoryKib == that.memoryKib
                && iterations == that.iterations
                && lanes == that.lanes;
    }

    /// From the salt alone: a hash of the secret would say something about it.
    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    @Override
    public String toString() {
        return "StoredPassword[hidden]";
    }
}
