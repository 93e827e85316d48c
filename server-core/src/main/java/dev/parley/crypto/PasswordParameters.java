package dev.parley.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/// How the password of one room is stretched with Argon2id (RFC 9106). Kept beside the secret and sent to clients in
/// the challenge; not secret. Immutable, any thread.
///
/// The limits keep a hostile host from using up a client: at most 256 MiB and 16 passes.
///
/// @param salt 16 bytes, random for each password
/// @param memoryKib memory in KiB, 8 for each lane to 262144
/// @param iterations passes over the memory, 1 to 16
/// @param lanes degree of parallelism, 1 to 4
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, and compared by content
public record PasswordParameters(byte[] salt, int memoryKib, int iterations, int lanes) {

    /// Bytes of a salt.
    public static final int SALT_BYTES = 16;

    private static final int MIN_MEMORY_KIB = 8; // for each lane, RFC 9106 section 3.1
    private static final int MAX_MEMORY_KIB = 256 * 1024;
    private static final int MAX_ITERATIONS = 16;
    private static final int MAX_LANES = 4;

    /// @throws IllegalArgumentException if a value is outside its limits
    public PasswordParameters {
        if (salt.length != SALT_BYTES
                || lanes < 1 || lanes > MAX_LANES
                || memoryKib < MIN_MEMORY_KIB * lanes || memoryKib > MAX_MEMORY_KIB
                || iterations < 1 || iterations > MAX_ITERATIONS) {
            throw new IllegalArgumentException("unreasonable parameters of a password hash");
        }
        salt = salt.clone();
    }

    /// For a new password: a random salt, 19 MiB, two passes, one lane, the least that OWASP recommends (Password
    /// Storage Cheat Sheet), so that old laptops and phones join without waiting.
    public static PasswordParameters fresh(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordParameters(salt, 19_456, 2, 1);
    }

    /// From the wire: empty if the salt is not 16 bytes in base64url or a number is outside its limits.
    public static Optional<PasswordParameters> parse(String salt, int memoryKib, int iterations, int lanes) {
        try {
            return Base64Url.decode(salt, SALT_BYTES)
                    .map(bytes -> new PasswordParameters(bytes, memoryKib, iterations, lanes));
        } catch (IllegalArgumentException outsideLimits) {
            return Optional.empty();
        }
    }

    /// A copy.
    @Override
    public byte[] salt() {
        return salt.clone();
    }

    /// The salt as base64url, 22 characters.
    public String saltText() {
        return Base64Url.encode(salt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordParameters that && Arrays.equals(salt, that.salt)
                && memoryKib == that.memoryKib && iterations == that.iterations && lanes == that.lanes;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    @Override
    public String toString() {
        return "Argon2id[memoryKib=" + memoryKib + ", iterations=" + iterations + ", lanes=" + lanes + "]";
    }
}
