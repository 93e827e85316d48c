package dev.parley.log;

import dev.parley.protocol.Entry;

/// The draft is in the log: safe to tell its sender.
public sealed interface Appended extends Outcome {

    /// The entry as stored.
    Entry entry();

    /// Stored now.
    record Stored(Entry entry) implements Appended {}

    /// The id was in the room before; this is the entry that is there. Its words may differ from the draft's.
    record Duplicate(Entry entry) implements Appended {}
}
