package dev.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoomStreamTest {

    private static final RoomName ROOM = new RoomName("Crew");
    private static final Duration SOON = Duration.ofMillis(20);

    private final List<ClientEvent> events = new ArrayList<>();
    private final RecordedWire wire = new RecordedWire(false);
    private final RoomStream stream = new RoomStream(ROOM, wire, events::add);

    @Test
    void historyThenLiveIsOneStreamWithAMarkBetween() {
        stream.begin(wire, 0);
        stream.page(1, 3, entries(1, 3));
        stream.caughtUp(3);
        stream.entry(entry(4));
        assertThat(events).containsExactly(received(1), received(2), received(3), new ClientEvent.CaughtUp(ROOM, 3), received(4));
    }

    @Test
    void entriesInAnyOrderAndTwiceComeOutOnceAndInOrder() {
        live();
        List<Entry> shuffled = new ArrayList<>(entries(1, 200));
        shuffled.addAll(entries(1, 200));
        Collections.shuffle(shuffled, new Random(7));
        shuffled.forEach(stream::entry);
        assertThat(numbers()).containsExactlyElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void aHoleIsAskedForAfterAMomentAndAgainUntilItIsFilled() {
        live();
        stream.entry(entry(1));
        stream.entry(entry(4));
        assertThat(wire.overTls()).isEmpty();
        wire.runPlanned();
        assertThat(wire.overTls()).containsExactly(new Request.Range(ROOM, 2, 3));
        wire.runPlanned();
        assertThat(wire.overTls()).hasSize(2);
        stream.page(2, 3, entries(2, 3));
        wire.runPlanned();
        assertThat(wire.overTls()).hasSize(2);
        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void allHolesAreAskedForAtOnce() {
        live();
        LongStream.of(1, 3, 5, 6, 9, 10).forEach(n -> stream.entry(entry(n)));
        wire.runPlanned();
        assertThat(wire.overTls()).containsExactly(new Request.Range(ROOM, 2, 8));
        stream.page(2, 8, entries(2, 8));
        assertThat(numbers()).containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void whatHasComeIsNotAskedForUpToAHoleThatIsFarAway() {
        live();
        LongStream.rangeClosed(2, 2000).forEach(n -> stream.entry(entry(n)));
        stream.entry(entry(2002));
        wire.runPlanned();
        assertThat(wire.overTls()).containsExactly(new Request.Range(ROOM, 1, 1));
    }

    @Test
    void aPageThatSaysMoreThanItsNumbersIsTakenAtItsNumbers() {
        live();
        stream.page(2, 3, entries(1, 3));
        wire.runPlanned();
        assertThat(wire.overTls()).containsExactly(new Request.Range(ROOM, 1, 1));
    }

    @Test
    void theNextHoleIsAskedForAsSoonAsTheFirst() {
        live();
        stream.entry(entry(2));
        wire.runPlanned(SOON);
        stream.entry(entry(4));
        wire.runPlanned(SOON);
        assertThat(wire.overTls()).as("one after the other").containsExactly(new Request.Range(ROOM, 1, 1));
        stream.page(1, 1, entries(1, 1));
        wire.runPlanned(SOON);
        assertThat(wire.overTls()).hasSize(2).last().isEqualTo(new Request.Range(ROOM, 3, 3));
        stream.entry(entry(3)); // it was only late
        stream.entry(entry(6));
        wire.runPlanned(SOON);
        assertThat(wire.overTls()).hasSize(3).last().isEqualTo(new Request.Range(ROOM, 5, 5));
        stream.page(5, 5, entries(5, 5));
        wire.runPlanned();
        assertThat(wire.overTls()).as("what was planned for an answer that came").hasSize(3);
    }

    @Test
    void halfAnAnswerIsWaitedFor() {
        live();
        stream.entry(entry(10));
        wire.runPlanned(SOON);
        stream.page(1, 5, entries(1, 5));
        wire.runPlanned(SOON);
        assertThat(wire.overTls()).containsExactly(new Request.Range(ROOM, 1, 9));
        wire.runPlanned();
        assertThat(wire.overTls()).hasSize(2).last().isEqualTo(new Request.Range(ROOM, 6, 9));
    }

    @Test
    void aBeaconShowsThatTheTailIsMissing() {
        stream.begin(wire, 5);
        stream.caughtUp(5);
        stream.head(7);
        wire.runPlanned();
        assertThat(wire.overTls()).containsExactly(new Request.Range(ROOM, 6, 7));
    }

    @Test
    void whatTheHostNoLongerKeepsIsPassedOver() {
        stream.begin(wire, 0);
        stream.page(1, 10, List.of(entry(8), entry(9), entry(10)));
        stream.caughtUp(10);
        assertThat(numbers()).containsExactly(8L, 9L, 10L);
        assertThat(events).last().isEqualTo(new ClientEvent.CaughtUp(ROOM, 10));
    }

    @Test
    void nothingIsAskedForOnALostConnection() {
        live();
        stream.entry(entry(3));
        stream.end();
        wire.runPlanned();
        assertThat(wire.overTls()).isEmpty();
    }

    @Test
    void aFloodAheadOfAHoleIsBounded() {
        live();
        LongStream.rangeClosed(2, 10_000).forEach(n -> stream.entry(entry(n)));
        stream.page(1, 1, entries(1, 1));
        assertThat(numbers()).hasSize(4097);
    }

    /// In an empty room, on this connection.
    private void live() {
        stream.begin(wire, 0);
        stream.caughtUp(0);
    }

    private List<Long> numbers() {
        return events.stream().filter(ClientEvent.Received.class::isInstance)
                .map(e -> ((ClientEvent.Received) e).entry().seq()).toList();
    }

    private static ClientEvent received(long seq) {
        return new ClientEvent.Received(ROOM, entry(seq));
    }

    private static List<Entry> entries(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(RoomStreamTest::entry).toList();
    }

    private static Entry entry(long seq) {
        return new Entry(seq, new MessageId("01ARZ3NDEKTSV4RRFFQ69G5FAV"), EntryKind.TEXT, new UserName("Ana"),
                Instant.ofEpochMilli(seq), "m" + seq);
    }
}
