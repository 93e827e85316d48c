package dev.parley.room;

import java.util.Locale;

/// Whether somebody in a room is there.
public enum Presence {
    HERE,
    /// Away from the keyboard; the program still runs.
    IDLE,
    /// The connection is lost; the person may come back.
    AWAY;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
