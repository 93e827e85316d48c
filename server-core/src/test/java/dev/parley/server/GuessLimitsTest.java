package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.RoomName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuessLimitsTest {

    private static final RoomName ROOM = new RoomName("Crew");

    private static final Optional<String> NO_DEVICE = Optional.empty();

    private long now;
    private final GuessLimits limits = new GuessLimits(() -> now, 5);

    @Test
    void anAddressGuessesFiveTimesAMinute() {
        for (int i = 0; i < 5; i++) {
            assertThat(limits.start(address(1), NO_DEVICE, ROOM)).isEmpty();
        }
        assertThat(limits.start(address(1), NO_DEVICE, ROOM)).hasValueSatisfying(w -> assertThat(w).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(12)));
        now += Duration.ofSeconds(12).toNanos();
        assertThat(limits.start(address(1), NO_DEVICE, ROOM)).isEmpty();
        assertThat(limits.start(address(1), NO_DEVICE, ROOM)).isPresent();
    }

    @Test
    void aRoomIsGuessedThirtyTimesAMinuteFromWhereverItComes() {
        for (int i = 0; i < 30; i++) {
            assertThat(limits.start(address(i), NO_DEVICE, ROOM)).isEmpty();
        }
        assertThat(limits.start(address(99), NO_DEVICE, ROOM)).isPresent();
        assertThat(limits.start(address(99), NO_DEVICE, new RoomName("Other"))).isEmpty();
    }

    @Test
    void aRightGuessCostsNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(limits.start(address(1), NO_DEVICE, ROOM)).isEmpty();
            limits.right(address(1), NO_DEVICE, ROOM);
        }
    }

    @Test
    void aMemberWhoWasRightBeforeIsNotHeldUpByTheGuessesOfOthers() {
        limits.start(address(1), NO_DEVICE, ROOM);
        limits.right(address(1), NO_DEVICE, ROOM);
        for (int i = 2; limits.start(address(i), NO_DEVICE, ROOM).isEmpty(); i++) {
            assertThat(i).isLessThan(100);
        }
        assertThat(limits.start(address(1), NO_DEVICE, ROOM)).isEmpty();
    }

    @Test
    void aDeviceThatWasRightBeforeIsNotHeldUpByGuessesFromItsAddressEither() {
        Optional<String> device = Optional.of("device");
        limits.start(address(1), device, ROOM);
        limits.right(address(1), device, ROOM);
        while (limits.start(address(1), NO_DEVICE, ROOM).isEmpty()) {
            now++;
        }
        for (int i = 0; i < 5; i++) {
            assertThat(limits.start(address(9), device, ROOM)).isEmpty();
        }
        assertThat(limits.start(address(9), device, ROOM)).as("it guesses five times a minute itself").isPresent();
    }

    @Test
    void aDeviceThatWasRightAtOneRoomIsAStrangerAtOthers() {
        RoomName other = new RoomName("Other");
        for (int i = 0; i < 7; i++) {
            Optional<String> device = Optional.of("device " + i);
            limits.start(address(1), device, ROOM);
            limits.right(address(1), device, ROOM);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(limits.start(address(1), Optional.of("device " + i), other)).isEmpty();
        }
        assertThat(limits.start(address(1), Optional.of("device 6"), other)).as("five a minute from an address").isPresent();
        limits.renamed(ROOM, new RoomName("Renamed"));
        assertThat(limits.start(address(1), Optional.of("device 6"), new RoomName("Renamed"))).as("known there").isEmpty();
    }

    @Test
    void addressesThatGuessAgainAndAgainLeaveTheLastGuessesOfTheRoomToNewcomers() {
        for (int i = 0; i < 300; i++) {
            limits.start(address(i % 20), NO_DEVICE, ROOM);
        }
        for (int i = 100; i < 110; i++) {
            assertThat(limits.start(address(i), NO_DEVICE, ROOM)).isEmpty();
        }
        assertThat(limits.start(address(110), NO_DEVICE, ROOM)).isPresent();
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
