package dev.parley.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    private record ShortPages(long first, long head, int page, List<Long> asked) implements LogReader {

        ShortPages(long first, long head, int page) {
            this(first, head, page, new ArrayList<>());
        }

        @Override
        public List<Reply.LogRoom> rooms() {
            return List.of(new Reply.LogRoom(ROOM, false, first, head));
        }

        @Override
        public List<Entry> before(RoomName room, long before, int limit, Optional<String> search) {
            asked.add(before);
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
        assertThat(last(log, 1_000_000)).isEqualTo(numbers(37, 2_345));
    }

    @Test
    void readsTheLast() {
        LogReader log = new ShortPages(37, 2_345, 13);
        assertThat(last(log, 1)).isEqualTo(numbers(2_345, 2_345));
        assertThat(last(log, 100)).isEqualTo(numbers(2_246, 2_345));
        assertThat(last(log, 501)).isEqualTo(numbers(1_845, 2_345));
        LogPages pages = new LogPages(log);
        assertThat(pages.lastEvents(50)).extracting(Reply.Event::number).isEqualTo(numbers(2_296, 2_345));
        assertThat(pages.found(ROOM, 100, "m")).extracting(Entry::seq).isEqualTo(numbers(2_246, 2_345));
        assertThat(pages.found(ROOM, 1_000_000, "m")).hasSize(2_309);
    }

    /// A log of a million entries must not be in memory before the first of them is shown.
    @Test
    void readsNoFurtherThanAWindowAhead() {
        ShortPages log = new ShortPages(1, 1_000_000, 500);
        List<Long> seen = new ArrayList<>();
        assertThatThrownBy(() -> new LogPages(log).last(log.rooms().getFirst(), 1_000_000, entry -> {
            seen.add(entry.seq());
            throw new IllegalStateException("that is enough");
        })).hasMessage("that is enough");
        assertThat(seen).containsExactly(1L);
        assertThat(log.asked).hasSize(1);
    }

    private static List<Long> last(LogReader log, int count) {
        List<Long> seen = new ArrayList<>();
        new LogPages(log).last(log.rooms().getFirst(), count, entry -> seen.add(entry.seq()));
        return seen;
    }

    @Test
    void anEmptyRoomHasNothing() {
        assertThat(last(new ShortPages(0, 0, 500), 20)).isEmpty();
    }
}
