package dev.parley.app.ui.theme;

import java.util.Locale;

/// The accent colours that a person can choose; `accent-<name>` in the token style sheets.
public enum Accent {
    TEAL,
    BLUE,
    VIOLET,
    PINK,
    ORANGE,
    GREEN;

    /// As in the settings; an unknown name is teal.
    public static Accent named(String name) {
        for (Accent accent : values()) {
            if (accent.wireName().equals(name)) {
                return accent;
            }
        }
        return TEAL;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String styleClass() {
        return "accent-" + wireName();
    }
}
