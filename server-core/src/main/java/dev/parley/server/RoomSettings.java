package dev.parley.server;

import dev.parley.log.RoomOptions;
import dev.parley.protocol.RoomName;

/// What an open room is set to.
///
/// @param locked whether it takes a password
public record RoomSettings(RoomName name, boolean locked, RoomOptions options) {}
