package dev.parley.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Random tokens: made, hashed for keeping, compared. Any thread.
public final class Secrets {

    /// Bytes of a token, and of a device secret.
    public static final int BYTES = 32;

    private static final String HMAC = "HmacSHA256";

    private Secrets() {}

    /// A fresh token: 32 random bytes as base64url, 43 characters.
    public static String token(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    /// Compares in a time that does not tell where the texts differ.
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /// SHA-256 of the UTF-8 text as base64url, 43 characters: what to keep in place of a token. Not for passwords.
    public static String sha256Base64Url(String text) {
        return Base64Url.encode(Fingerprint.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The device secret shown to one host: HMAC-SHA256 of the host's fingerprint under the secret of the data folder,
    /// base64url, 43 characters. Hosts that compare notes cannot tell that they meet the same device.
    ///
    /// @param deviceSecret 32 random bytes; not kept
    public static String forHost(byte[] deviceSecret, Fingerprint host) {
        if (deviceSecret.length != BYTES) {
            throw new IllegalArgumentException("a device secret has " + BYTES + " bytes");
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(deviceSecret, HMAC));
            return Base64Url.encode(mac.doFinal(host.bytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
