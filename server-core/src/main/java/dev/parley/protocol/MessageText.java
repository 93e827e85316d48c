package dev.parley.protocol;

/// The words of one message: 1 to 8,000 code points, not only blanks, no unpaired surrogate. Everything else is kept
/// exactly as sent; whoever shows it makes it harmless first (see [VisibleText]).
///
/// @param value the text
public record MessageText(String value) {

    /// @throws ProtocolException with [ErrorCode#TOO_LONG] or [ErrorCode#BAD_MESSAGE]
    public MessageText {
        if (value.length() > Limits.TEXT_CODE_POINTS
                && value.codePointCount(0, value.length()) > Limits.TEXT_CODE_POINTS) {
            throw new ProtocolException(
                    ErrorCode.TOO_LONG, "a message may have at most " + Limits.TEXT_CODE_POINTS + " characters");
        }
        if (value.isBlank()) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "the message is empty");
        }
        if (hasUnpairedSurrogate(value)) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "the message is not valid Unicode");
        }
    }

    private static boolean hasUnpairedSurrogate(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return value;
    }
}
