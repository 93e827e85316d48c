package dev.parley.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPagesTest {

    private static final RoomName ROOM = new RoomName("Crew");

    /// Entries `first` to `head`, in pages that are shorter than asked for.
    private record ShortPages(long first, long head, int page) implements LogReader {
        @Override
        public List<Reply.LogRoom> rooms() {
            return List.of(new Reply.LogRoom(ROOM, false, first, head));
        }

        @Override
        public List<Entry> before(RoomName room, long before, int limit, Optional<String> search) {
            long end = Math.min(head + 1, before);
            long start = Math.max(first, end - Math.min(limit, page));
            return LongStream.range(start, end).mapToObj(ShortPages::entry).toList();
        }

        private static Entry entry(long seq) {
            return new Entry(seq, MessageId.next(), EntryKind.TEXT, new UserName("Ana"), Instant.EPOCH, "m" + seq);
        }

        @Override
        public List<Reply.Event> events(long before, int limit) {
            long end = Math.min(head + 1, before);
            return LongStream.range(Math.max(1, end - Math.min(limit, page)), end)
                    .mapToObj(n -> new Reply.Event(n, Instant.EPOCH, "ERROR", null, null, ""))
                    .toList();
        }

        @Override
        public void close() {}
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 499, 500})
    void readsEverythingInOrderWhateverThePages(int page) {
        LogReader log = new ShortPages(37, 2_345, page);
        List<Long> seen = new ArrayList<>();
        new LogPages(log).all(log.rooms().getFirst(), e -> seen.add(e.seq()));
        assertThat(seen).isEqualTo(numbers(37, 2_345));
    }

    @Test
    void readsTheLast() {
        LogPages pages = new LogPages(new ShortPages(37, 2_345, 13));
        assertThat(pages.last(ROOM, 100, Optional.empty())).extracting(Entry::seq).isEqualTo(numbers(2_246, 2_345));
        assertThat(pages.last(ROOM, 1_000_000, Optional.empty())).hasSize(2_309);
        assertThat(pages.lastEvents(50)).extracting(Reply.Event::number).isEqualTo(numbers(2_296, 2_345));
    }

    @Test
    void anEmptyRoomHasNothing() {
        LogReader empty = new ShortPages(0, 0, 500);
        List<Long> seen = new ArrayList<>();
        new LogPages(empty).all(empty.rooms().getFirst(), e -> seen.add(e.seq()));
        assertThat(seen).isEmpty();
    }
}
