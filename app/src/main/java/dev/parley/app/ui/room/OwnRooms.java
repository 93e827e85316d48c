package dev.parley.app.ui.room;

import dev.parley.app.memory.RoomKey;
import dev.parley.protocol.UserName;

/// What the person who hosts can do to a room of her own. FX thread; nothing blocks.
public interface OwnRooms {

    /// Where the host is reached, as `192.168.1.20:7420`; empty text when that is not known.
    String place(RoomKey room);

    /// Shows how others come in.
    void share(RoomKey room);

    /// Opens the settings of the room.
    void settings(RoomKey room);

    /// Makes somebody leave.
    ///
    /// @param ban and keeps the person out
    void remove(RoomKey room, UserName who, boolean ban);

    /// Asks whether to stop, and stops hosting the room.
    void stop(RoomKey room);

    /// Hosts a room again that was stopped.
    void again(RoomKey room);
}
