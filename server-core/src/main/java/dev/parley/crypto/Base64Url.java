package dev.parley.crypto;

import java.util.Base64;
import java.util.Optional;

/// Bytes of a known length as base64url without padding (RFC 4648, section 5). Only the canonical text is accepted,
/// so one value has one spelling. Any thread.
final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /// @param length bytes expected; text of any other length is refused before anything is allocated for it
    static Optional<byte[]> decode(String text, int length) {
        if (text.length() != (length * 4 + 2) / 3) {
            return Optional.empty();
        }
        try {
            byte[] bytes = DECODER.decode(text);
            return bytes.length == length && encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
