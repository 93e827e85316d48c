package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.protocol.Limits;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Consumer;

/// Names as people type them: what is wrong with them, in words. Blanks too many are no fault.
public final class NameRules {

    private NameRules() {}

    /// Without blanks at the ends and with single ones between, the wide one of Japanese included.
    public static String tidy(String typed) {
        return typed.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /// Empty if it is a name that a person can have.
    public static Optional<String> personProblem(String typed, Texts texts) {
        if (tidy(typed).equalsIgnoreCase(UserName.EVERYONE)) {
            return Optional.of(texts.get("start.name-reserved"));
        }
        return problem(typed, texts, UserName::new);
    }

    /// Empty if it is a name that a room can have.
    public static Optional<String> roomProblem(String typed, Texts texts) {
        return problem(typed, texts, RoomName::new);
    }

    private static Optional<String> problem(String typed, Texts texts, Consumer<String> name) {
        String tidy = tidy(typed);
        if (tidy.isEmpty()) {
            return Optional.of(texts.get("start.name-empty"));
        }
        String normal = Normalizer.normalize(tidy, Normalizer.Form.NFC);
        if (normal.codePointCount(0, normal.length()) > Limits.NAME_CODE_POINTS) {
            return Optional.of(texts.get("start.name-long", Limits.NAME_CODE_POINTS));
        }
        try {
            name.accept(tidy);
            return Optional.empty();
        } catch (ProtocolException e) {
            return Optional.of(texts.get("start.name-odd"));
        }
    }
}
