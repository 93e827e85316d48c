package dev.parley.app.ui.messages;

import java.util.ArrayList;
import java.util.List;

/// Cuts text between letters that are written from right to left and everything else.
///
/// On Linux, JavaFX 26 puts the words of a text in the wrong order if letters from right to left and the marks between them
/// come from different fonts. In texts of their own they are ordered well, and letters that join stay together.
final class Runs {

    private Runs() {}

    static List<String> of(String text) {
        if (text.codePoints().noneMatch(Runs::isRightToLeft)) {
            return List.of(text);
        }
        List<String> runs = new ArrayList<>();
        int start = 0;
        boolean before = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean now = isMark(c) ? before : isRightToLeft(c);
            if (i > start && now != before) {
                runs.add(text.substring(start, i));
                start = i;
            }
            before = now;
            i += Character.charCount(c);
        }
        runs.add(text.substring(start));
        return runs;
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK || c == 0x200C || c == 0x200D;
    }
}
