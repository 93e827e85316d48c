package dev.parley.protocol;

/// Makes untrusted text harmless on a screen or a terminal: control characters become their visible pictures
/// (ESC becomes U+241B), direction overrides and other invisible format characters become U+FFFD. Joiners, which
/// emoji and several scripts need, stay.
public final class VisibleText {

    private static final char REPLACEMENT = '\uFFFD';

    private VisibleText() {}

    /// For text of many lines: line feeds and tabs stay.
    public static String block(String text) {
        return clean(text, true);
    }

    /// For one line: a line feed is shown as U+240A, a tab as a blank.
    public static String line(String text) {
        return clean(text, false);
    }

    private static String clean(String text, boolean lines) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (lines && (c == '\n' || c == '\t')) {
                out.append((char) c);
            } else if (c == '\t') {
                out.append(' ');
            } else if (c < 0x20) {
                out.append((char) (0x2400 + c));
            } else if (c == 0x7F) {
                out.append('\u2421');
            } else if (isInvisible(c)) {
                out.append(REPLACEMENT);
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isInvisible(int c) {
        if (c == 0x200C || c == 0x200D || (c >= 0xE0020 && c <= 0xE007F)) {
            return false; // joiners and the tags of flag emoji
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
