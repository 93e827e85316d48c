package dev.parley.log.h2;

import dev.parley.log.RoomId;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.UserName;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Rows of one batch as bytes, in the buffer of the writing thread: number of rows, then for each room, number, time,
/// id, kind, sender and body; words with their length in bytes before them, UTF-8.
final class JournalCodec {

    private static final int USUAL_BYTES = 64 << 10;
    private static final int NUMBERS_BYTES = Integer.BYTES + 2 * Long.BYTES;
    private static final int WORDS = 4;

    private final ByteBuffer usual = ByteBuffer.allocateDirect(USUAL_BYTES);

    /// @return a buffer that is good until the next call, with [JournalFile#headroom] bytes before its position
    ByteBuffer encode(List<Row> rows) {
        List<byte[]> words = new ArrayList<>(WORDS * rows.size());
        long bytes = (long) JournalFile.headroom() + Integer.BYTES;
        for (Row row : rows) {
            Entry entry = row.entry();
            for (String word : List.of(
                    entry.id().value(), entry.kind().wireName(), entry.from().value(), entry.body())) {
                byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
                words.add(utf8);
                bytes += Integer.BYTES + utf8.length;
            }
            bytes += NUMBERS_BYTES;
        }
        ByteBuffer buffer = bytes <= USUAL_BYTES ? usual.clear() : ByteBuffer.allocate(Math.toIntExact(bytes));
        buffer.position(JournalFile.headroom()).putInt(rows.size());
        int next = 0;
        for (Row row : rows) {
            Entry entry = row.entry();
            buffer.putInt(row.room().value()).putLong(entry.seq()).putLong(entry.at().toEpochMilli());
            for (int i = 0; i < WORDS; i++) {
                byte[] word = words.get(next++);
                buffer.putInt(word.length).put(word);
            }
        }
        return buffer.flip().position(JournalFile.headroom());
    }

    /// @throws DamagedException if these are not the bytes of a batch, although their checksum is right
    static List<Row> decode(ByteBuffer record) {
        try {
            int count = record.getInt();
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                RoomId room = new RoomId(record.getInt());
                long seq = record.getLong();
                Instant at = Instant.ofEpochMilli(record.getLong());
                MessageId id = new MessageId(word(record));
                EntryKind kind = EntryKind.ofWireName(word(record));
                UserName from = new UserName(word(record));
                rows.add(new Row(room, new Entry(seq, id, kind, from, at, word(record))));
            }
            return rows;
        } catch (BufferUnderflowException | ProtocolException | IllegalArgumentException e) {
            throw new DamagedException("a batch of the journal is not one: " + e);
        }
    }

    private static String word(ByteBuffer record) {
        int length = record.getInt();
        if (length < 0 || length > record.remaining()) {
            throw new DamagedException("a word of the journal is too long");
        }
        byte[] utf8 = new byte[length];
        record.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
