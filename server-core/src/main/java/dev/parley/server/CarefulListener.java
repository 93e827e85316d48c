package dev.parley.server;

import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the faults of a listener from the rooms: it is told in the middle of a join or a delivery, which must not break off.
record CarefulListener(ServerListener next) implements ServerListener {

    private static final Logger LOG = LoggerFactory.getLogger(CarefulListener.class);

    private void tell(Consumer<ServerListener> what) {
        try {
            what.accept(next);
        } catch (RuntimeException e) {
            LOG.error("a listener of the host failed", e);
        }
    }

    @Override
    public void roomsChanged() {
        tell(ServerListener::roomsChanged);
    }

    @Override
    public void joined(RoomName room, UserName name) {
        tell(listener -> listener.joined(room, name));
    }

    @Override
    public void left(RoomName room, UserName name) {
        tell(listener -> listener.left(room, name));
    }

    @Override
    public void stored(RoomName room, int count) {
        tell(listener -> listener.stored(room, count));
    }

    @Override
    public void joinFailed(RoomName room, UserName name, String code) {
        tell(listener -> listener.joinFailed(room, name, code));
    }

    @Override
    public void storageFailed(String reason) {
        tell(listener -> listener.storageFailed(reason));
    }

    @Override
    public void storageRecovered() {
        tell(ServerListener::storageRecovered);
    }
}
