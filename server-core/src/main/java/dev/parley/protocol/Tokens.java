package dev.parley.protocol;

import org.jspecify.annotations.Nullable;

/// Secrets on the wire: 16 to 64 bytes in base64url without padding, so 22 to 86 characters.
final class Tokens {

    private Tokens() {}

    static void requireValid(@Nullable String token) {
        if (token == null) {
            return;
        }
        if (token.length() < 22 || token.length() > 86 || !token.chars().allMatch(Tokens::isBase64Url)) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "a token must be 22 to 86 characters of base64url");
        }
    }

    private static boolean isBase64Url(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
