package dev.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoomStreamTest {

    private static final RoomName ROOM = new RoomName("Crew");

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
        stream.begin(wire, 0);
        stream.caughtUp(0);
        List<Entry> shuffled = new ArrayList<>(entries(1, 200));
        shuffled.addAll(entries(1, 200));
        Collections.shuffle(shuffled, new Random(7));
        shuffled.forEach(stream::entry);
        assertThat(numbers()).containsExactlyElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void aHoleIsAskedForAfterAMomentAndAgainUntilItIsFilled() {
        stream.begin(wire, 0);
        stream.caughtUp(0);
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
        stream.begin(wire, 0);
        stream.caughtUp(0);
        stream.entry(entry(3));
        stream.end();
        wire.runPlanned();
        assertThat(wire.overTls()).isEmpty();
    }

    @Test
    void aFloodAheadOfAHoleIsBounded() {
        stream.begin(wire, 0);
        stream.caughtUp(0);
        LongStream.rangeClosed(2, 10_000).forEach(n -> stream.entry(entry(n)));
        stream.page(1, 1, entries(1, 1));
        assertThat(numbers()).hasSize(4097);
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
