package dev.parley.server;

import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.room.Outlet;

/// Words for one person, in the form of the receiver's kind of client.
final class Whispers {

    private Whispers() {}

    /// @return false if it could not be delivered now
    static boolean deliver(RoomName room, Outlet<Batch> outlet, UserName from, UserName to, MessageText text) {
        return switch (outlet) {
            case Seat seat -> seat.push(new Reply.WhisperPush(room, from, to, text));
            case PlainSeat seat -> seat.push(new Reply.PlainMessage(to.value(), from, text));
            default -> false; // away
        };
    }
}
