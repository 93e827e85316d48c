package dev.parley.app.ui.messages.format;

/// The beginning of a message that is too long to be shown at once.
///
/// @param text what is shown
/// @param cut whether there is more
public record Fold(String text, boolean cut) {

    private static final int LINES = 25;
    private static final int CHARS = 2_500;
    private static final int SHOWN_LINES = 18;
    private static final int SHOWN_CHARS = 1_800;

    public static Fold of(String text) {
        int lines = 1;
        int enough = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                enough = lines == SHOWN_LINES ? i : enough;
                lines++;
            }
        }
        if (lines <= LINES && text.length() <= CHARS) {
            return new Fold(text, false);
        }
        int end = Math.min(Math.min(enough, SHOWN_CHARS), text.length());
        if (end == SHOWN_CHARS) {
            int blank = text.lastIndexOf(' ', end);
            end = blank > SHOWN_CHARS / 2 ? blank : end;
        }
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return new Fold(text.substring(0, end), true);
    }
}
