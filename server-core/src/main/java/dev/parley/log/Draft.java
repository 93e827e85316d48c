package dev.parley.log;

import dev.parley.protocol.EntryKind;
import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.UserName;

/// An entry before it has a number and a time.
///
/// @param room where it goes; must exist
/// @param id identity given by the sender: a second draft with it is recognised, not stored
/// @param kind what the body is
/// @param from who wrote it, or whom a notice is about
/// @param body at most [Limits#FRAME_BYTES] chars
public record Draft(RoomId room, MessageId id, EntryKind kind, UserName from, String body) {

    public Draft {
        if (body.length() > Limits.FRAME_BYTES) {
            throw new IllegalArgumentException("a body has at most " + Limits.FRAME_BYTES + " characters");
        }
    }
}
