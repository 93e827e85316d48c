package dev.parley.app.ui.start;

import dev.parley.log.History;
import dev.parley.log.Retention;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// A room as a person wants it.
///
/// @param room its name
/// @param password wiped by the host; empty for a room that is open to everyone
/// @param history what newcomers see
/// @param idle members leave after this long without activity; zero for never
/// @param port empty for the one used last, or the next that is free
/// @param retention what is kept
@SuppressWarnings("ArrayRecordComponent") // wiped by the one who takes it
public record HostRequest(RoomName room, Optional<char[]> password, History history, Duration idle, OptionalInt port,
        Retention retention) {

    /// Says nothing of the password.
    @Override
    public String toString() {
        return "HostRequest[" + room + "]";
    }
}
