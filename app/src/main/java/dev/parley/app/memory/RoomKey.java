package dev.parley.app.memory;

import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;

/// A room of one host. The same name at another host is another room.
///
/// @param host key of the host
/// @param room its name there
public record RoomKey(Fingerprint host, RoomName room) {}
