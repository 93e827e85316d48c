package dev.parley.app.ui.start;

import dev.parley.app.memory.RoomKey;

/// What became of a wish to host.
public sealed interface HostResult {

    /// The room is open, and we are in it.
    record Started(RoomKey room) implements HostResult {}

    /// Another program has the port that was asked for.
    ///
    /// @param port the one that is taken
    /// @param free one that could be used instead
    record PortTaken(int port, int free) implements HostResult {}

    /// It did not work.
    ///
    /// @param words why, for people
    record Failed(String words) implements HostResult {}
}
