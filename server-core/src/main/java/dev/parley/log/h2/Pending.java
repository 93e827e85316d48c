package dev.parley.log.h2;

import dev.parley.log.RoomId;
import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Entries that are in the [Journal] and not yet in the database, for those who read. An entry goes only after it can be
/// read from the database: who looks here first and there afterwards misses nothing.
///
/// Any thread.
final class Pending {

    private final Map<RoomId, Tail> tails = new HashMap<>();
    private int size;

    synchronized void add(List<Row> rows) {
        for (Row row : rows) {
            Tail tail = tails.computeIfAbsent(row.room(), room -> new Tail());
            tail.entries.add(row.entry());
            tail.byId.put(row.entry().id(), row.entry());
        }
        size += rows.size();
    }

    /// In the order of each room.
    synchronized List<Row> all() {
        List<Row> rows = new ArrayList<>(size);
        tails.forEach((room, tail) -> tail.entries.forEach(entry -> rows.add(new Row(room, entry))));
        return rows;
    }

    /// @param rows the oldest of their rooms
    synchronized void settled(List<Row> rows) {
        Map<RoomId, Integer> counts = new HashMap<>();
        for (Row row : rows) {
            counts.merge(row.room(), 1, Integer::sum);
            tail(row.room()).byId.remove(row.entry().id());
        }
        counts.forEach((room, count) -> {
            List<Entry> entries = tail(room).entries;
            entries.subList(0, count).clear();
            if (entries.isEmpty()) {
                tails.remove(room);
            }
        });
        size -= rows.size();
    }

    /// All of them are in the database.
    synchronized void clear() {
        tails.clear();
        size = 0;
    }

    synchronized int size() {
        return size;
    }

    /// Entries `from` to `to`, both included, ascending: the newest of the room, contiguous.
    synchronized List<Entry> within(RoomId room, long from, long to) {
        List<Entry> entries = tail(room).entries;
        if (entries.isEmpty()) {
            return List.of();
        }
        long first = entries.getFirst().seq();
        int start = (int) Math.max(0, Math.min(entries.size(), from - first));
        int end = (int) Math.max(start, Math.min(entries.size(), to - first + 1));
        return List.copyOf(entries.subList(start, end));
    }

    synchronized Optional<Entry> find(RoomId room, MessageId id) {
        return Optional.ofNullable(tail(room).byId.get(id));
    }

    /// @param head of the room
    /// @return the newest number that is in the database
    synchronized long settledHead(RoomId room, long head) {
        List<Entry> entries = tail(room).entries;
        return entries.isEmpty() ? head : entries.getFirst().seq() - 1;
    }

    private Tail tail(RoomId room) {
        return tails.getOrDefault(room, Tail.NONE);
    }

    private static final class Tail {

        static final Tail NONE = new Tail();

        final List<Entry> entries = new ArrayList<>();
        final Map<MessageId, Entry> byId = new HashMap<>();
    }
}
