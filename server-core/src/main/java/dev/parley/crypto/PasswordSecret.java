package dev.parley.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// What both sides of a [PasswordProof] know: the stretched password. As good as the password itself for joining its
/// room, but it tells nothing about the password elsewhere. Zeroed by [#close]; any thread.
public final class PasswordSecret implements AutoCloseable {

    /// Bytes of a secret.
    public static final int BYTES = 32;

    private static final int MAX_PASSWORD_CHARS = 1024;
    private static final int MAX_UTF8_BYTES = 3; // for one char

    private final byte[] secret;
    private boolean closed;

    private PasswordSecret(byte[] secret) {
        this.secret = secret;
    }

    /// Argon2id, version 1.3, over the UTF-8 bytes of the password in Unicode form NFKC, so that a password typed on
    /// another keyboard or system is the same password. Blocks for tens of milliseconds.
    ///
    /// @param password 1 to 1024 characters; stays the caller's to zero
    /// @throws IllegalArgumentException if the password is empty, too long or not valid Unicode
    public static PasswordSecret derive(char[] password, PasswordParameters parameters) {
        if (password.length == 0 || password.length > MAX_PASSWORD_CHARS) {
            throw new IllegalArgumentException("a password has 1 to " + MAX_PASSWORD_CHARS + " characters");
        }
        byte[] bytes = utf8(CharBuffer.wrap(password));
        try {
            byte[] secret = new byte[BYTES];
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withSalt(parameters.salt())
                    .withMemoryAsKB(parameters.memoryKib())
                    .withIterations(parameters.iterations())
                    .withParallelism(parameters.lanes())
                    .build());
            argon2.generateBytes(bytes, secret);
            return new PasswordSecret(secret);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// A secret that was kept.
    ///
    /// @param secret 32 bytes, copied
    public static PasswordSecret of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a password secret has " + BYTES + " bytes");
        }
        return new PasswordSecret(secret.clone());
    }

    /// The bytes, for keeping; the caller zeroes them.
    ///
    /// @throws IllegalStateException after [#close]
    public synchronized byte[] copy() {
        if (closed) {
            throw new IllegalStateException("the password secret is closed");
        }
        return secret.clone();
    }

    /// Zeroes the secret. Idempotent.
    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "PasswordSecret";
    }

    private static byte[] utf8(CharBuffer password) {
        // text that is already normalized, nearly every password, leaves no unerasable String behind
        CharSequence normal = Normalizer.isNormalized(password, Normalizer.Form.NFKC)
                ? password : Normalizer.normalize(password, Normalizer.Form.NFKC);
        byte[] room = new byte[normal.length() * MAX_UTF8_BYTES];
        try {
            ByteBuffer out = ByteBuffer.wrap(room);
            if (StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(normal), out, true).isError()) {
                throw new IllegalArgumentException("the password is not valid Unicode");
            }
            return Arrays.copyOf(room, out.position());
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }
}
