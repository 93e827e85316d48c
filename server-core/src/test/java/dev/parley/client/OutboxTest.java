package dev.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Recorder wire = new Recorder();
    private final List<ClientEvent> events = new ArrayList<>();
    private long now = -5; // the clock may begin anywhere
    private final Outbox outbox = new Outbox(new RoomName("Crew"), wire, events::add, () -> now);

    @Test
    void aDatagramWithoutAnEchoGoesAgainOverTlsAndPutsTheWayInDoubt() {
        MessageId id = MessageId.next();
        outbox.add(id, new MessageText("hello"));
        outbox.begin(wire);
        assertThat(wire.said).containsExactly("datagram");
        now += wire.patience().toNanos();
        wire.runPlanned();
        assertThat(wire.said).containsExactly("datagram", "tls", "doubt");
        outbox.stored(id, 1);
        wire.runPlanned();
        assertThat(wire.said).hasSize(3);
        assertThat(events).containsExactly(new ClientEvent.Sent(new RoomName("Crew"), id, 1));
    }

    @Test
    void anEchoInTimeLeavesTheWayAlone() {
        MessageId id = MessageId.next();
        outbox.add(id, new MessageText("hello"));
        outbox.begin(wire);
        outbox.stored(id, 1);
        now += wire.patience().toNanos();
        wire.runPlanned();
        assertThat(wire.said).containsExactly("datagram");
    }

    /// Takes down by which way something went.
    private static final class Recorder implements Wire {
        private final List<String> said = new ArrayList<>();
        private final List<Runnable> planned = new ArrayList<>();

        @Override
        public void send(List<byte[]> messages) {
            said.add("tls");
        }

        @Override
        public boolean datagrams() {
            return true;
        }

        @Override
        public void sendDatagram(List<byte[]> messages) {
            said.add("datagram");
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(100);
        }

        @Override
        public void doubt() {
            said.add("doubt");
        }

        @Override
        public void soon(Runnable task) {
            planned.add(task);
        }

        @Override
        public void schedule(Runnable task, Duration delay) {
            planned.add(task);
        }

        void runPlanned() {
            List<Runnable> now = List.copyOf(planned);
            planned.clear();
            now.forEach(Runnable::run);
        }
    }
}
