package dev.parley.log.h2;

import dev.parley.log.RoomId;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Finds texts that contain every word. Goes back through the room in windows, so that a search without hits in a room
/// of a million entries gives its connection back in between and old versions of pages are not held for seconds.
///
/// @param words what to look for
record Search(List<String> words) {

    /// Numbers looked at in one go.
    static final long WINDOW = 20_000;

    private static final int MAX_WORDS = 16;

    static Search of(String words) {
        return new Search(Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MAX_WORDS)
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// The newest hits among entries `from` to `to`, both included, newest first.
    List<Entry> newestFirst(Sql sql, RoomId room, long from, long to, int limit) {
        // both sides go through UPPER of the database, so that its rule alone decides what is equal
        String conditions = " AND UPPER(body) LIKE UPPER(?) ESCAPE '!'".repeat(words.size());
        List<Object> values = new ArrayList<>(List.of(room.value(), from, to, EntryKind.TEXT.wireName()));
        words.forEach(word -> values.add(pattern(word)));
        values.add(limit);
        return sql.list(
                Entries.MAPPER,
                Entries.SELECT + " WHERE room = ? AND seq BETWEEN ? AND ? AND kind = ?" + conditions
                        + " ORDER BY room DESC, seq DESC FETCH FIRST ? ROWS ONLY",
                values.toArray());
    }

    /// The same for an entry that is not in the database yet; `UPPER` of H2 is this.
    boolean matches(Entry entry) {
        String body = upper(entry.body());
        return entry.kind() == EntryKind.TEXT && words.stream().allMatch(word -> body.contains(upper(word)));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String pattern(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
