package dev.parley.log.h2;

import dev.parley.log.RoomId;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.UserName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads entries. Numbers are contiguous, so a page is a range of numbers and never a search.
final class Entries {

    static final String SELECT = "SELECT seq, message_id, kind, sender, stored_at, body FROM entry";

    static final Sql.Mapper<Entry> MAPPER = row -> new Entry(
            row.getLong(1),
            new MessageId(row.getString(2)),
            EntryKind.ofWireName(row.getString(3)),
            new UserName(row.getString(4)),
            Instant.ofEpochMilli(row.getLong(5)),
            row.getString(6));

    private Entries() {}

    /// Entries `from` to `to`, both included, ascending.
    static List<Entry> range(Sql sql, RoomId room, long from, long to) {
        return sql.list(MAPPER, SELECT + " WHERE room = ? AND seq BETWEEN ? AND ? ORDER BY room, seq", room.value(), from, to);
    }

    static Optional<Entry> bySeq(Sql sql, RoomId room, long seq) {
        return range(sql, room, seq, seq).stream().findFirst();
    }

    static Optional<Entry> byId(Sql sql, RoomId room, MessageId id) {
        return sql.first(MAPPER, SELECT + " WHERE room = ? AND message_id = ?", room.value(), id.value());
    }

    /// The greatest id in a room, empty if there is none. Order by both columns of the key: H2 walks the index only then.
    static String greatestId(Sql sql, RoomId room) {
        return sql.first(
                        row -> row.getString(1),
                        "SELECT message_id FROM entry WHERE room = ? ORDER BY room DESC, message_id DESC FETCH FIRST 1 ROW ONLY",
                        room.value())
                .orElse("");
    }
}
