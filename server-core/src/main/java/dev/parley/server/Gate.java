package dev.parley.server;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ProtocolException;
import java.util.HashSet;
import java.util.Set;

/// Whom the host keeps out of one room; who is inside stays. On the event loop.
final class Gate {

    private final ServedRoom room;
    private final Set<String> devices = new HashSet<>();
    private boolean paused;

    Gate(ServedRoom room) {
        this.room = room;
    }

    /// Keeps the person's data folder out, or the name of a person of whom no more is known.
    void ban(Visitor visitor) {
        visitor.device().ifPresentOrElse(devices::add, () -> room.people().ban(visitor.name()));
    }

    void forgive() {
        devices.clear();
        room.people().forgive();
    }

    void pause(boolean now) {
        paused = now;
    }

    /// @throws ProtocolException if this person is not wanted in the room now
    void require(Visitor visitor) {
        if (visitor.owner()) {
            return;
        }
        if (visitor.device().filter(devices::contains).isPresent() || room.people().isBanned(visitor.name())) {
            throw new ProtocolException(ErrorCode.BANNED, "The host has closed this room to you.");
        }
        if (visitor.expelled().remove(room)) {
            throw new ProtocolException(ErrorCode.KICKED, "The host has removed you from the room.");
        }
        if (paused && !visitor.regular(room)) {
            throw new ProtocolException(ErrorCode.PAUSED, "The host takes nobody in at the moment.");
        }
    }
}
