package dev.parley.app.ui.room;

/// How well the room is reached at the moment; the first that fits is told.
public sealed interface Status {

    /// Everything works.
    ///
    /// @param datagrams false while messages go over TCP only
    record Online(boolean datagrams) implements Status {}

    /// The connection is lost.
    ///
    /// @param seconds until the next try; 0 while it is tried
    record Offline(String why, int seconds) implements Status {}

    /// What was missed comes in.
    record CatchingUp() implements Status {}

    /// The host cannot store messages.
    record ReadOnly(String why) implements Status {}

    /// We did nothing for a while and are not in the room; anything brings us back.
    record Idle() implements Status {}
}
