package dev.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.RoomName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final RoomName ROOM = new RoomName("Crew");

    private final RecordedWire wire = new RecordedWire(true);
    private final List<ClientEvent> events = new ArrayList<>();
    private long now = -5; // the clock may begin anywhere
    private final Outbox outbox = new Outbox(ROOM, wire, events::add, () -> now);
    private final MessageId id = MessageId.next();

    @Test
    void aDatagramWithoutAnEchoGoesAgainOverTlsAndPutsTheWayInDoubt() {
        begin();
        now += wire.patience().toNanos();
        wire.runPlanned();
        assertThat(wire.overTls()).isEqualTo(wire.byDatagram()).hasSize(1);
        assertThat(wire.doubts()).isEqualTo(1);
        outbox.stored(id, 1);
        wire.runPlanned();
        assertThat(wire.overTls()).hasSize(1);
        assertThat(events).containsExactly(new ClientEvent.Sent(ROOM, id, 1));
    }

    @Test
    void anEchoInTimeLeavesTheWayAlone() {
        begin();
        outbox.stored(id, 1);
        now += wire.patience().toNanos();
        wire.runPlanned();
        assertThat(wire.overTls()).isEmpty();
        assertThat(wire.doubts()).isZero();
    }

    private void begin() {
        outbox.add(id, new MessageText("hello"));
        outbox.begin(wire);
        assertThat(wire.byDatagram()).hasSize(1);
    }
}
