package dev.parley.protocol;

import java.text.Normalizer;

/// The rule for the names of rooms and people: 1 to 48 code points in NFC, no control, format (direction overrides,
/// zero-width), private-use, unassigned or line-separating character, no blank at either end, no two blanks in a row.
final class Names {

    private Names() {}

    static String requireValid(String name, String what) {
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        int length = normal.codePointCount(0, normal.length());
        if (length == 0 || length > Limits.NAME_CODE_POINTS) {
            throw bad(what + " must have 1 to " + Limits.NAME_CODE_POINTS + " characters");
        }
        int previous = ' ';
        for (int i = 0; i < normal.length(); ) {
            int c = normal.codePointAt(i);
            i += Character.charCount(c);
            if (c != ' ' && !isVisible(c)) {
                throw bad(what + " contains a character that cannot be shown");
            }
            if (c == ' ' && (previous == ' ' || i == normal.length())) {
                throw bad(what + " must not start or end with a blank or have two in a row");
            }
            previous = c;
        }
        return normal;
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    private static ProtocolException bad(String message) {
        return new ProtocolException(ErrorCode.BAD_NAME, message);
    }
}
