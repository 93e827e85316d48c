package dev.parley.protocol;

/// The sizes that every part of Parley agrees on. Larger input is refused, not truncated.
public final class Limits {

    /// Version of the rich protocol, sent in `hello`.
    public static final int PROTOCOL_VERSION = 1;

    /// Default port, TCP and UDP.
    public static final int DEFAULT_PORT = 7420;

    /// Bytes of JSON in one frame of the control channel.
    public static final int FRAME_BYTES = 64 * 1024;

    /// Nesting of objects and arrays in one JSON text.
    public static final int JSON_DEPTH = 32;

    /// Bytes of one UDP datagram, header and tag included: below every usual path MTU, so never fragmented.
    public static final int DATAGRAM_BYTES = 1200;

    /// Code points in the name of a room or a person.
    public static final int NAME_CODE_POINTS = 48;

    /// Code points in one message. With the worst JSON escaping it still fits a frame.
    public static final int TEXT_CODE_POINTS = 8_000;

    /// Entries in one reply to a history request.
    public static final int PAGE_ENTRIES = 500;

    /// Bytes of JSON that a page of entries may fill; leaves room for the envelope in a frame.
    public static final int PAGE_BYTES = 48 * 1024;

    /// Characters of the words that a search looks for.
    public static final int SEARCH_CHARS = 1_000;

    /// Names in one list of people or rooms.
    public static final int LIST_NAMES = 500;

    /// People that one notice is about.
    public static final int NOTICE_NAMES = 64;

    /// Posts of one sender in one room that may be on their way at the same time.
    public static final int POST_WINDOW = 32;

    /// Code points of a password; also bounds the work before it is hashed.
    public static final int PASSWORD_CODE_POINTS = 256;

    private Limits() {}
}
