package dev.parley.app.ui.start;

import dev.parley.protocol.VisibleText;

/// Names of others in the middle of our words.
public final class Shown {

    /// U+200E: what follows is not drawn into a name that runs from right to left.
    private static final String LEFT_TO_RIGHT = "\u200E";

    private Shown() {}

    /// Harmless on one line, and kept apart from the words around it.
    public static String name(String untrusted) {
        String clean = VisibleText.line(untrusted);
        boolean rightToLeft = clean.codePoints().anyMatch(c -> switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        });
        return rightToLeft ? LEFT_TO_RIGHT + clean + LEFT_TO_RIGHT : clean;
    }
}
