package dev.parley.log.h2;

import static dev.parley.log.Samples.ANA;
import static dev.parley.log.Samples.draft;
import static dev.parley.log.Samples.drafts;
import static dev.parley.log.Samples.fill;
import static dev.parley.log.Samples.newest;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.log.Appended;
import dev.parley.log.Draft;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomId;
import dev.parley.log.TurnableClock;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody can tell whether an entry is in the journal only, or in the database already.
@SuppressWarnings("NullAway.Init") // set by JUnit and before each test
class UnsettledTest {

    @TempDir
    Path folder;

    private MessageLog log;

    @BeforeEach
    void start() {
        log = H2MessageLog.open(folder, new TurnableClock()).log();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void readingSpansBoth() {
        RoomId room = room(log, "room");
        fill(log, room, 10);
        log.tidy();
        fill(log, room, 10);

        assertReading(room);
        log.tidy();
        assertReading(room);
    }

    private void assertReading(RoomId room) {
        assertThat(log.range(room, 6, 10)).extracting(Entry::seq).containsExactlyElementsOf(numbers(6, 15));
        assertThat(log.range(room, 12, 3)).extracting(Entry::seq).containsExactly(12L, 13L, 14L);
        assertThat(log.range(room, 1, 4)).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L);
        assertThat(log.before(room, 16, 10, Optional.empty()))
                .extracting(Entry::seq)
                .containsExactlyElementsOf(numbers(6, 15));
        assertThat(log.before(room, 100, 10, Optional.of("TEXT 3"))).extracting(Entry::seq).containsExactly(3L, 13L);
        assertThat(log.before(room, 100, 1, Optional.of("text 3"))).extracting(Entry::seq).containsExactly(13L);
        assertThat(log.between(room, 4, 13, 10, Optional.of("text 1"))).extracting(Entry::seq).containsExactly(10L, 11L);
        for (Entry entry : log.range(room, 1, 20)) {
            assertThat(log.find(room, entry.id())).contains(entry);
        }
    }

    @Test
    void readersMissNothingWhileEntriesSettle() throws InterruptedException {
        RoomId room = room(log, "room");
        CountDownLatch done = new CountDownLatch(1);
        Thread settling = Thread.ofPlatform().start(() -> {
            while (done.getCount() > 0) {
                log.tidy();
            }
        });
        for (int i = 1; i <= 2_000; i++) {
            log.append(drafts(room, 1));
            long from = Math.max(1, i - 20);
            assertThat(log.range(room, from, 500)).extracting(Entry::seq).containsExactlyElementsOf(numbers(from, i));
        }
        done.countDown();
        settling.join();
    }

    @Test
    void aMessageSentAgainIsRecognisedHoweverLongAgo() {
        RoomId room = room(log, "room");
        Draft first = draft(room, "first");
        Appended stored = log.append(List.of(first)).getFirst();
        assertThat(log.append(List.of(first))).containsExactly(new Appended.Duplicate(stored.entry()));
        fill(log, room, 12_000); // more than the ids that are remembered
        assertThat(log.append(List.of(first))).containsExactly(new Appended.Duplicate(stored.entry()));

        log.close();
        log = H2MessageLog.open(folder, new TurnableClock()).log();
        assertThat(log.append(List.of(first))).containsExactly(new Appended.Duplicate(stored.entry()));
    }

    @Test
    void aSenderWhoseClockIsAheadHidesNoRepetitions() {
        RoomId room = room(log, "room");
        log.append(List.of(new Draft(room, new MessageId("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"), EntryKind.TEXT, ANA, "future")));
        log.close();
        log = H2MessageLog.open(folder, new TurnableClock()).log();

        Draft later = draft(room, "later");
        Appended stored = log.append(List.of(later)).getFirst();
        assertThat(stored).isInstanceOf(Appended.Stored.class);
        log.close();
        log = H2MessageLog.open(folder, new TurnableClock()).log();
        assertThat(log.append(List.of(later))).containsExactly(new Appended.Duplicate(stored.entry()));
    }

    @Test
    void retentionCountsWhatHasNotSettled() {
        RoomId room = room(log, "room", newest(3));
        fill(log, room, 10);
        log.retain(room, new TurnableClock().instant());
        fill(log, room, 10);
        log.retain(room, new TurnableClock().instant());

        assertThat(log.range(room, 1, 100)).extracting(Entry::seq).containsExactly(18L, 19L, 20L);
        log.close();
        log = H2MessageLog.open(folder, new TurnableClock()).log();
        assertThat(log.range(room, 1, 100)).extracting(Entry::seq).containsExactly(18L, 19L, 20L);
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
