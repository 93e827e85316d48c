package dev.parley.room;

import java.util.Locale;

/// What a member may do.
public enum Role {
    /// The person whose computer holds the room.
    HOST,
    MEMBER;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
