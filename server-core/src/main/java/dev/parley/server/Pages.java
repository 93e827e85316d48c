package dev.parley.server;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Entry;
import dev.parley.protocol.Limits;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import java.util.ArrayList;
import java.util.List;

/// Cuts entries read from the log into pages of about 48 KiB, so that a slow member never has much more than that under
/// way.
final class Pages {

    /// More than an entry's fields need besides its text.
    private static final int FIELDS = 512;

    private Pages() {}

    /// Messages that go together.
    ///
    /// @param to number of the last entry that they cover
    record Page(List<byte[]> messages, long to) {}

    /// One message a page: the entries `from` to `to`, as far as they are kept.
    static List<Page> rich(RoomName room, long from, long to, List<Entry> entries) {
        List<Page> pages = new ArrayList<>();
        long start = from;
        for (List<Entry> part : cut(entries)) {
            boolean last = part.isEmpty() || part.getLast().seq() == entries.getLast().seq();
            long end = last ? to : part.getLast().seq();
            pages.add(new Page(List.of(Codec.encode(new Reply.Entries(room, start, end, part), null)), end));
            start = end + 1;
        }
        return pages;
    }

    /// One message for each of the words among the entries.
    static List<Page> plain(long to, List<Entry> entries) {
        return cut(entries).stream()
                .map(part -> new Page(Batch.plain(part), part.isEmpty() || part.getLast().seq() == entries.getLast().seq() ? to : part.getLast().seq()))
                .toList();
    }

    /// The newest that fit one page: the reader goes on below the first one.
    static List<Entry> newest(List<Entry> entries) {
        List<Entry> fitting = new ArrayList<>();
        int bytes = 0;
        for (Entry entry : entries.reversed()) {
            bytes += FIELDS + Codec.jsonBytes(entry.body());
            if (bytes > Limits.PAGE_BYTES && !fitting.isEmpty()) {
                break;
            }
            fitting.add(entry);
        }
        return fitting.reversed();
    }

    private static List<List<Entry>> cut(List<Entry> entries) {
        List<List<Entry>> parts = new ArrayList<>();
        List<Entry> part = new ArrayList<>();
        int bytes = 0;
        for (Entry entry : entries) {
            int size = FIELDS + Codec.jsonBytes(entry.body());
            if (!part.isEmpty() && bytes + size > Limits.PAGE_BYTES) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(entry);
            bytes += size;
        }
        parts.add(part);
        return parts;
    }
}
