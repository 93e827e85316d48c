package dev.parley.app.ui.hosting;

/// What became of a change that the host made to a room.
public sealed interface Change {

    /// It is in effect.
    record Done() implements Change {}

    /// Nothing has changed.
    ///
    /// @param words why, for people
    record Failed(String words) implements Change {}
}
