package dev.parley.app.ui.start;

import dev.parley.log.History;

/// What those who come later may read, as people choose it.
public enum Newcomers {
    EVERYTHING("everything"),
    LAST_50("last"),
    NOTHING("nothing");

    private static final int LAST = 50;

    private final String key;

    Newcomers(String key) {
        this.key = key;
    }

    /// The text `start.newcomers-<key>` says it.
    String key() {
        return key;
    }

    public History history() {
        return switch (this) {
            case EVERYTHING -> new History.All();
            case LAST_50 -> new History.Last(LAST);
            case NOTHING -> new History.None();
        };
    }
}
