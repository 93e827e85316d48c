package dev.parley.app.session;

import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.Notice;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.UserName;
import java.util.Collection;
import java.util.Optional;

/// Reads notices out of entries.
public final class Notices {

    private Notices() {}

    /// The notice in that entry; empty if it is a text, or a notice of a kind that a newer program wrote.
    public static Optional<Notice> of(Entry entry) {
        if (entry.kind() != EntryKind.NOTICE) {
            return Optional.empty();
        }
        try {
            return Optional.of(Notice.ofBody(entry.body()));
        } catch (ProtocolException e) {
            return Optional.empty();
        }
    }

    /// Keeps a list of people up to date.
    static void apply(Entry entry, Collection<UserName> people) {
        of(entry).ifPresent(notice -> {
            switch (notice.event()) {
                case JOINED -> people.addAll(notice.names());
                case LEFT, IDLE -> people.removeAll(notice.names());
                case CREATED -> {}
            }
        });
    }
}
