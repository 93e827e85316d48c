package dev.parley.log.h2;

import dev.parley.log.RoomId;
import dev.parley.protocol.Entry;

/// An entry and where it belongs.
record Row(RoomId room, Entry entry) {}
