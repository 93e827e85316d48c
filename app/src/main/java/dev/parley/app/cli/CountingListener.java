package dev.parley.app.cli;

import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.ServerListener;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what happens at a host, and passes it on.
///
/// @param next hears everything
/// @param count of everything so far
record CountingListener(ServerListener next, AtomicLong count) implements ServerListener {

    @Override
    public void roomsChanged() {
        count.incrementAndGet();
        next.roomsChanged();
    }

    @Override
    public void joined(RoomName room, UserName name) {
        count.incrementAndGet();
        next.joined(room, name);
    }

    @Override
    public void left(RoomName room, UserName name) {
        count.incrementAndGet();
        next.left(room, name);
    }

    @Override
    public void stored(RoomName room, int messages) {
        count.incrementAndGet();
        next.stored(room, messages);
    }

    @Override
    public void joinFailed(RoomName room, UserName name, String code) {
        count.incrementAndGet();
        next.joinFailed(room, name, code);
    }

    @Override
    public void storageFailed(String reason) {
        count.incrementAndGet();
        next.storageFailed(reason);
    }

    @Override
    public void storageRecovered() {
        count.incrementAndGet();
        next.storageRecovered();
    }
}
