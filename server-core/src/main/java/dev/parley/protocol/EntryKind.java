package dev.parley.protocol;

import java.util.Locale;

/// What an entry of the room log is.
public enum EntryKind {
    /// Words of a person; the body is the text.
    TEXT,
    /// Something that happened to the room or its people; the body is a [Notice] in JSON.
    NOTICE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ProtocolException with [ErrorCode#BAD_MESSAGE] for another name
    public static EntryKind ofWireName(String name) {
        return switch (name) {
            case "text" -> TEXT;
            case "notice" -> NOTICE;
            default -> throw new ProtocolException(ErrorCode.BAD_MESSAGE, "unknown kind of entry");
        };
    }
}
