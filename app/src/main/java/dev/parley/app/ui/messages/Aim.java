package dev.parley.app.ui.messages;

/// Where the model wants the reader to be taken.
sealed interface Aim {

    /// To the newest message, and to stay there.
    record Newest() implements Aim {}

    /// To that row, a little below the top.
    ///
    /// @param key of the row
    record To(Object key) implements Aim {}
}
