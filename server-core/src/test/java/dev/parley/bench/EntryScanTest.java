package dev.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryScanTest {

    private static final int BYTES = 128;
    private static final RoomName ROOM = new RoomName("bench \"1\"");

    private final List<String> found = new ArrayList<>();
    private final EntryScan.Sink sink = new EntryScan.Sink() {
        @Override
        public void message(long seq, int sender, int number, long sentAt) {
            found.add(seq + ": " + sender + " " + number + " " + sentAt);
        }

        @Override
        public void other(long seq) {
            found.add(seq + ": other");
        }
    };

    private static Entry entry(long seq, String body) {
        return new Entry(seq, MessageId.next(), EntryKind.TEXT, new UserName("Ana"), Instant.EPOCH, body);
    }

    @Test
    void readsWhatTheCodecWrites() {
        String body = new Body(1234567890123456789L, 4711, 3).text(BYTES);

        boolean entries = EntryScan.scan(Codec.encode(new Reply.EntryPush(ROOM, entry(987654321, body)), null), BYTES, sink);

        assertThat(entries).isTrue();
        assertThat(found).containsExactly("987654321: 3 4711 1234567890123456789");
    }

    @Test
    void readsEveryEntryOfAPageAndSkipsWordsThatLookLikeFields() {
        List<Entry> page = List.of(
                entry(7, new Body(1, 1, 0).text(BYTES)),
                entry(8, "{\"seq\":99,\"body\":\"~\"}"),
                entry(9, new Body(2, 2, 0).text(BYTES)));

        EntryScan.scan(Codec.encode(new Reply.Entries(ROOM, 7, 9, page), null), BYTES, sink);

        assertThat(found).containsExactly("7: 0 1 1", "8: other", "9: 0 2 2");
    }

    @Test
    void leavesOtherRepliesToTheCodec() {
        assertThat(EntryScan.scan(Codec.encode(new Reply.Head(ROOM, 7), null), BYTES, sink)).isFalse();
        assertThat(found).isEmpty();
    }

    @Test
    void survivesEntriesThatAreCutOff() {
        byte[] whole = Codec.encode(new Reply.EntryPush(ROOM, entry(7, new Body(1, 1, 0).text(BYTES))), null);
        for (int length = 0; length < whole.length; length++) {
            String part = new String(whole, 0, length, StandardCharsets.UTF_8);
            EntryScan.scan(part.getBytes(StandardCharsets.UTF_8), BYTES, sink);
        }

        assertThat(found).allMatch(f -> f.equals("7: 0 1 1") || f.equals("7: other"));
    }
}
