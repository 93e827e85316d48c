package dev.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SightingsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final InetSocketAddress HERE = new InetSocketAddress("192.0.2.1", 7420);
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("192.0.2.66", 7420);
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7420);
    private static final InetSocketAddress OURS = new InetSocketAddress("192.0.2.50", 7420);

    private final List<RoomSighting> told = new ArrayList<>();
    private final Sightings sightings = new Sightings(
            Duration.ofSeconds(12), (InetAddress a) -> a.equals(OURS.getAddress()), 0, told::add);
    private long now;

    private static Announcement host(int id, AnnouncedRoom... rooms) {
        return new Announcement(FakeHost.id(id), FakeHost.ANA, 7420, List.of(rooms));
    }

    private void passSeconds(int seconds) {
        for (int i = 0; i < seconds * 4; i++) {
            now += SECOND / 4;
            sightings.tick(now, 3 * SECOND);
        }
    }

    @Test
    void aRoomIsFoundThenUpdatedThenLostWhenItsHostIsSilent() {
        sightings.heard(host(1, FakeHost.room("Crew", 1)), true, HERE, now);
        sightings.heard(host(1, FakeHost.room("Crew", 1)), true, HERE, now);
        sightings.heard(host(1, FakeHost.room("Crew", 2)), true, HERE, now);
        assertThat(told).hasExactlyElementsOfTypes(RoomSighting.Found.class, RoomSighting.Updated.class);
        passSeconds(12);
        assertThat(told).hasSize(2);
        passSeconds(1);
        assertThat(told).last().isInstanceOf(RoomSighting.Lost.class);
        assertThat(told.getLast().room().members()).isEqualTo(2);
        assertThat(sightings.addresses()).isEmpty();
    }

    @Test
    void aRoomThatTheHostNoLongerNamesIsLostAtOnceUnlessTheListWasCut() {
        sightings.heard(host(1, FakeHost.room("a", 1), FakeHost.room("b", 1)), true, HERE, now);
        sightings.heard(host(1, FakeHost.room("a", 1)), false, HERE, now);
        assertThat(told).hasSize(2);
        sightings.heard(host(1, FakeHost.room("a", 1)), true, HERE, now);
        assertThat(told).hasSize(3).last().isInstanceOf(RoomSighting.Lost.class);
        assertThat(told.getLast().room().room().value()).isEqualTo("b");
    }

    @Test
    void aRoomThatNoCutListNamesForAMinuteIsLost() {
        sightings.heard(host(1, FakeHost.room("a", 1), FakeHost.room("b", 1)), false, HERE, now);
        for (int i = 0; i < 61; i++) {
            passSeconds(1);
            sightings.heard(host(1, FakeHost.room("a", 1)), false, HERE, now);
        }
        assertThat(told).hasSize(3).last().isInstanceOf(RoomSighting.Lost.class);
    }

    @Test
    void whoClaimsTheSameHostFromElsewhereIsNotBelievedWhileTheFirstAnswers() {
        sightings.heard(host(1, FakeHost.room("Crew", 1)), true, HERE, now);
        passSeconds(3);
        assertThat(sightings.heard(host(1, FakeHost.room("Crew", 9)), true, ELSEWHERE, now)).isFalse();
        assertThat(told).hasSize(1);
        passSeconds(4);
        assertThat(sightings.heard(host(1, FakeHost.room("Crew", 1)), true, ELSEWHERE, now)).isTrue();
        assertThat(told).last().isInstanceOf(RoomSighting.Updated.class);
        assertThat(told.getLast().room().address()).isEqualTo(ELSEWHERE);
    }

    @Test
    void onThisMachineTheAddressThatOthersCanUseReplacesLoopbackButNobodyElsesDoes() {
        sightings.heard(host(1, FakeHost.room("Crew", 1)), true, LOOPBACK, now);
        assertThat(sightings.heard(host(1, FakeHost.room("Crew", 1)), true, ELSEWHERE, now)).isFalse();
        assertThat(sightings.heard(host(1, FakeHost.room("Crew", 1)), true, OURS, now)).isTrue();
        assertThat(sightings.heard(host(1, FakeHost.room("Crew", 1)), true, LOOPBACK, now)).isFalse();
        assertThat(told).last().isInstanceOf(RoomSighting.Updated.class);
        assertThat(told.getLast().room().address()).isEqualTo(OURS);
    }

    @Test
    void aGoodbyeThatIsNotTrueChangesNothingAndATrueOneTakesTwoSeconds() {
        sightings.heard(host(1, FakeHost.room("Crew", 1)), true, HERE, now);
        sightings.doubt(FakeHost.id(1), Duration.ofSeconds(2), now);
        sightings.heard(host(1, FakeHost.room("Crew", 1)), true, HERE, now);
        passSeconds(11);
        assertThat(told).hasSize(1);
        sightings.heard(host(1, FakeHost.room("Crew", 1)), true, HERE, now);
        sightings.doubt(FakeHost.id(1), Duration.ofSeconds(2), now);
        passSeconds(3);
        assertThat(told).hasSize(2).last().isInstanceOf(RoomSighting.Lost.class);
    }

    @Test
    void sleepingIsNotSilenceOfTheOthers() {
        sightings.heard(host(1, FakeHost.room("Crew", 1)), true, HERE, now);
        passSeconds(1);
        now += 3600 * SECOND;
        sightings.tick(now, 3 * SECOND);
        passSeconds(10);
        assertThat(told).hasSize(1);
        passSeconds(2);
        assertThat(told).hasSize(2);
    }

    @Test
    void aFloodFromOneAddressFillsFiftyPlacesAndLeavesTheRestToOthers() {
        for (int i = 0; i < 10_000; i++) {
            sightings.heard(host(i, FakeHost.room("forged " + i, 1)), true, HERE, now);
        }
        assertThat(told).hasSize(50);
        sightings.heard(host(77_777, FakeHost.room("Crew", 1)), true, ELSEWHERE, now);
        assertThat(told).hasSize(51);
    }

    @Test
    void aFloodFromEverywhereFillsTwoHundredPlacesAndIsForgottenWhenItEnds() {
        AnnouncedRoom[] rooms = IntStream.range(0, 200).mapToObj(i -> FakeHost.room("r" + i, 1)).toArray(AnnouncedRoom[]::new);
        for (int i = 0; i < 500; i++) {
            sightings.heard(host(i, rooms), true, new InetSocketAddress("198.51.100." + i % 250, 1000 + i), now);
        }
        assertThat(told).hasSize(200).allMatch(s -> s instanceof RoomSighting.Found);
        assertThat(told).filteredOn(s -> s.room().hostId().equals(FakeHost.id(0))).hasSize(50);
        passSeconds(13);
        assertThat(told).hasSize(400);
        assertThat(sightings.addresses()).isEmpty();
    }
}
