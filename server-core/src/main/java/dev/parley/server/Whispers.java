package dev.parley.server;

import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.room.Outlet;

/// Words for one person, in the form of the receiver's kind of client.
final class Whispers {

    private Whispers() {}

    static boolean reachable(Outlet<Batch> outlet) {
        return outlet instanceof Seat || outlet instanceof PlainSeat;
    }

    static void deliver(RoomName room, Outlet<Batch> outlet, UserName from, UserName to, MessageText text) {
        if (outlet instanceof Seat seat) {
            seat.push(new Reply.WhisperPush(room, from, to, text));
        } else if (outlet instanceof PlainSeat seat) {
            seat.push(new Reply.PlainMessage(to.value(), from, text));
        }
    }
}
