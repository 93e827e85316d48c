package dev.parley.app.ui.messages;

import dev.parley.app.session.Notices;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.Notice;
import java.time.LocalDate;
import java.util.Optional;

/// An entry with what is worked out once.
record Kept(Entry entry, Optional<Notice> notice, LocalDate day) {

    static Kept of(Entry entry, Times times) {
        return new Kept(entry, Notices.of(entry), times.dayOf(entry.at()));
    }

    long seq() {
        return entry.seq();
    }

    boolean isText() {
        return entry.kind() == EntryKind.TEXT;
    }
}
