package dev.parley.log.h2;

import dev.parley.log.RoomId;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.UserName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Reads entries. Numbers are contiguous, so a page is a range of numbers and never a search.
final class Entries {

    static final String SELECT = "SELECT seq, message_id, kind, sender, stored_at, body FROM entry";

    static final RowMapper<Entry> MAPPER = (row, context) -> new Entry(
            row.getLong(1),
            new MessageId(row.getString(2)),
            EntryKind.ofWireName(row.getString(3)),
            new UserName(row.getString(4)),
            Instant.ofEpochMilli(row.getLong(5)),
            row.getString(6));

    private Entries() {}

    /// Entries `from` to `to`, both included, ascending.
    static List<Entry> range(Handle handle, RoomId room, long from, long to) {
        return handle.createQuery(SELECT + " WHERE room = ? AND seq BETWEEN ? AND ? ORDER BY room, seq")
                .bind(0, room.value())
                .bind(1, from)
                .bind(2, to)
                .map(MAPPER)
                .list();
    }

    static Optional<Entry> bySeq(Handle handle, RoomId room, long seq) {
        return range(handle, room, seq, seq).stream().findFirst();
    }

    static Optional<Entry> byId(Handle handle, RoomId room, MessageId id) {
        return handle.createQuery(SELECT + " WHERE room = ? AND message_id = ?")
                .bind(0, room.value())
                .bind(1, id.value())
                .map(MAPPER)
                .findOne();
    }

    /// The greatest id in a room, empty if there is none. Order by both columns of the key: H2 walks the index only then.
    static String greatestId(Handle handle, RoomId room) {
        return handle.createQuery(
                        "SELECT message_id FROM entry WHERE room = ? ORDER BY room DESC, message_id DESC FETCH FIRST 1 ROW ONLY")
                .bind(0, room.value())
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }
}
