package dev.parley.log.h2;

import dev.parley.log.RoomId;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Finds texts that contain every word. Goes back through the room in windows, so that a search without hits in a room
/// of a million entries gives its connection back in between and old versions of pages are not held for seconds.
///
/// @param patterns one LIKE pattern per word
record Search(List<String> patterns) {

    /// Numbers looked at in one go.
    static final long WINDOW = 20_000;

    private static final int MAX_WORDS = 16;

    static Search of(String words) {
        return new Search(Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MAX_WORDS)
                .map(Search::pattern)
                .toList());
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /// The newest hits among entries `from` to `to`, both included, newest first.
    List<Entry> newestFirst(Handle handle, RoomId room, long from, long to, int limit) {
        // both sides go through UPPER of the database, so that its rule alone decides what is equal
        String words = " AND UPPER(body) LIKE UPPER(?) ESCAPE '!'".repeat(patterns.size());
        Query query = handle.createQuery(Entries.SELECT + " WHERE room = ? AND seq BETWEEN ? AND ? AND kind = ?" + words
                        + " ORDER BY room DESC, seq DESC FETCH FIRST ? ROWS ONLY")
                .bind(0, room.value())
                .bind(1, from)
                .bind(2, to)
                .bind(3, EntryKind.TEXT.wireName());
        int position = 4;
        for (String pattern : patterns) {
            query.bind(position++, pattern);
        }
        return query.bind(position, limit).map(Entries.MAPPER).list();
    }

    private static String pattern(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
