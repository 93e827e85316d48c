package dev.parley.log.h2;

import dev.parley.log.RoomRecord;
import dev.parley.protocol.Entry;
import java.util.Optional;

/// Finds the oldest and the newest entry of a room by index, whatever the size of the room, and checks that they are
/// what the room says.
final class Bounds {

    private Bounds() {}

    /// @param room as its row says: nothing kept
    /// @return the room with the bounds of its entries
    /// @throws DamagedException if entries are missing at the start, or the newest is not found by its id
    static RoomRecord check(Sql sql, RoomRecord room) {
        Optional<Entry> newest = edge(sql, room, "ORDER BY room DESC, seq DESC");
        if (newest.isEmpty()) {
            return room;
        }
        long expected = room.head() + 1;
        Optional<Entry> oldest = edge(sql, room, "ORDER BY room, seq");
        if (oldest.isEmpty() || oldest.get().seq() != expected) {
            throw new DamagedException("room " + room.id() + " does not start at entry " + expected);
        }
        Entry last = newest.get();
        if (!Entries.byId(sql, room.id(), last.id()).equals(newest)) {
            throw new DamagedException("the newest entry of room " + room.id() + " cannot be found");
        }
        return room.withEntries(expected, last.seq());
    }

    /// Order by both columns of the key: H2 walks the index only then.
    private static Optional<Entry> edge(Sql sql, RoomRecord room, String order) {
        return sql.first(
                Entries.MAPPER,
                Entries.SELECT + " WHERE room = ? " + order + " FETCH FIRST 1 ROW ONLY",
                room.id().value());
    }
}
