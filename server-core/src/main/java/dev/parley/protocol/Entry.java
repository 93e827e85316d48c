package dev.parley.protocol;

import java.time.Instant;

/// One entry of a room log. Once seen by anyone it never changes and its number is never used again.
///
/// @param seq number in the room, contiguous from 1
/// @param id identity given by the sender (by the host for notices)
/// @param kind what the body is
/// @param from who wrote it, or whom a notice is about
/// @param at when the host stored it, whole milliseconds
/// @param body the text, or a [Notice] in JSON
public record Entry(long seq, MessageId id, EntryKind kind, UserName from, Instant at, String body) {

    /// @throws ProtocolException with [ErrorCode#BAD_MESSAGE] for a number below 1
    public Entry {
        if (seq < 1) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "an entry number starts at 1");
        }
    }
}
