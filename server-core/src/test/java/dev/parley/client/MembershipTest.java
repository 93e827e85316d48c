package dev.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.MessageId;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private static final RoomName CREW = new RoomName("Crew");
    private static final RoomName SHIP = new RoomName("Ship");
    private static final MessageId OURS = new MessageId("01ARZ3NDEKTSV4RRFFQ69G5FAV");

    private final RecordedWire wire = new RecordedWire(false);
    private final Membership crew = new Membership(
            new Membership.Wish(CREW, Optional.empty(), OptionalLong.empty(), OptionalInt.empty()), wire, _ -> {}, System::nanoTime);

    private void joined() {
        crew.joined(new Reply.Joined(CREW, 4, 4, false, List.of(), 1, null, null), wire, ClientEvent.Way.TCP);
    }

    @Test
    void ourMessageIsAskedForIfTheHostHasItAndItsEchoIsMissing() {
        joined();
        crew.stream().caughtUp(4);
        crew.stored(OURS, 5);
        wire.runPlanned();
        assertThat(wire.overTls()).containsExactly(new Request.Range(CREW, 5, 5));
    }

    @Test
    void itIsAskedForByTheNameThatTheRoomHasNow() {
        joined();
        crew.stream().caughtUp(4);
        crew.rename(SHIP);
        crew.stored(OURS, 5);
        wire.runPlanned();
        assertThat(wire.overTls()).containsExactly(new Request.Range(SHIP, 5, 5));
    }

    @Test
    void whileTheHostIsSendingWhatWasBeforeNothingIsAskedFor() {
        joined();
        crew.stored(OURS, 5);
        wire.runPlanned();
        assertThat(wire.overTls()).isEmpty();
    }
}
