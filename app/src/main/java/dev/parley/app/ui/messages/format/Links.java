package dev.parley.app.ui.messages.format;

/// Finds addresses in text.
final class Links {

    private static final int LONGEST = 2_048;
    private static final String[] SCHEMES = {"https://", "http://", "parley://"};

    private Links() {}

    /// Index after the address that begins at an index, or that index if none does.
    static int end(String text, int start) {
        int body = start;
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
                body = start + scheme.length();
                break;
            }
        }
        if (body == start || body >= text.length() || !isHostStart(text.codePointAt(body))) {
            return start;
        }
        int end = body;
        while (end < text.length() && end - start < LONGEST && isPart(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        end = withoutPunctuation(text, body, end);
        return end > body ? end : start;
    }

    private static boolean isHostStart(int c) {
        return Character.isLetterOrDigit(c) || c == '[';
    }

    private static boolean isPart(char c) {
        if (c <= ' ' || c == 0x7F || "<>\"`".indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return false;
        }
        boolean asianMark = (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x301F)
                || (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || c == 0xFFFD;
        return !asianMark;
    }

    /// A sentence ends after the address, brackets around it are not its own.
    private static int withoutPunctuation(String text, int start, int until) {
        int round = 0;
        int square = 0;
        int curly = 0;
        for (int i = start; i < until; i++) {
            switch (text.charAt(i)) {
                case '(' -> round++;
                case ')' -> round--;
                case '[' -> square++;
                case ']' -> square--;
                case '{' -> curly++;
                case '}' -> curly--;
                default -> {}
            }
        }
        int end = until;
        while (end > start) {
            char last = text.charAt(end - 1);
            if (last == ')' && round < 0) {
                round++;
            } else if (last == ']' && square < 0) {
                square++;
            } else if (last == '}' && curly < 0) {
                curly++;
            } else if (".,;:!?'*_~…’”»".indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return end;
    }
}
