package dev.parley.server;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Entry;
import dev.parley.protocol.Limits;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts entries read from the log into messages that fit a frame.
final class Pages {

    /// More than an entry's fields need besides its text.
    private static final int FIELDS = 512;

    private Pages() {}

    /// The entries `from` to `to`, as far as they are kept.
    static List<byte[]> encode(RoomName room, long from, long to, List<Entry> entries) {
        List<byte[]> messages = new ArrayList<>();
        long start = from;
        List<Entry> page = new ArrayList<>();
        int bytes = 0;
        for (Entry entry : entries) {
            int size = FIELDS + 2 * entry.body().getBytes(StandardCharsets.UTF_8).length;
            if (!page.isEmpty() && bytes + size > Limits.PAGE_BYTES) {
                messages.add(page(room, start, page.getLast().seq(), page));
                start = page.getLast().seq() + 1;
                page.clear();
                bytes = 0;
            }
            page.add(entry);
            bytes += size;
        }
        messages.add(page(room, start, to, page));
        return messages;
    }

    private static byte[] page(RoomName room, long from, long to, List<Entry> entries) {
        return Codec.encode(new Reply.Entries(room, from, to, entries), null);
    }
}
