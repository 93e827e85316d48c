package dev.parley.server;

import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;

/// What the person who hosts is told. Called on the server's event loop: must return at once.
public interface ServerListener {

    /// Rooms or the number of people in them have changed: announce again.
    default void roomsChanged() {}

    default void joined(RoomName room, UserName name) {}

    default void left(RoomName room, UserName name) {}

    /// So many messages of people were stored together.
    default void stored(RoomName room, int count) {}

    /// A password or a name was refused.
    default void joinFailed(RoomName room, UserName name, String code) {}

    /// Messages cannot be stored any more; rooms are read-only until [#storageRecovered].
    default void storageFailed(String reason) {}

    default void storageRecovered() {}
}
