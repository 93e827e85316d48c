package dev.parley.app.ui.room;

import dev.parley.protocol.UserName;

/// Something that somebody else has just said in a room.
///
/// @param text untrusted, as it was written
/// @param whisper true if it was for us alone
public record Arrival(RoomModel room, UserName from, String text, boolean whisper) {}
