/// Rooms and their people, without any I/O: who is in, who may come in, what everyone is told.
///
/// Threads: a room has a single writer; all objects here belong to one thread (the server's event loop) and are not
/// synchronized. Entry types: [RoomDirectory], [Room].
///
/// ```java
/// Room room = directory.find(new RoomName("Crew")).orElseThrow();
/// switch (room.enter(member)) {
///     case IN -> ...
///     case FULL, NAME_TAKEN, BANNED -> ...
/// }
/// ```
@NullMarked
package dev.parley.room;

import org.jspecify.annotations.NullMarked;
