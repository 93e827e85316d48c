package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.RoomName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessLimitsTest {

    private static final RoomName ROOM = new RoomName("Crew");

    private long now;
    private final GuessLimits limits = new GuessLimits(() -> now);

    @Test
    void anAddressGuessesFiveTimesAMinute() {
        for (int i = 0; i < 5; i++) {
            assertThat(limits.start(address(1), ROOM)).isEmpty();
        }
        assertThat(limits.start(address(1), ROOM)).hasValueSatisfying(w -> assertThat(w).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(12)));
        now += Duration.ofSeconds(12).toNanos();
        assertThat(limits.start(address(1), ROOM)).isEmpty();
        assertThat(limits.start(address(1), ROOM)).isPresent();
    }

    @Test
    void aRoomIsGuessedThirtyTimesAMinuteFromWhereverItComes() {
        for (int i = 0; i < 30; i++) {
            assertThat(limits.start(address(i), ROOM)).isEmpty();
        }
        assertThat(limits.start(address(99), ROOM)).isPresent();
        assertThat(limits.start(address(99), new RoomName("Other"))).isEmpty();
    }

    @Test
    void aRightGuessCostsNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(limits.start(address(1), ROOM)).isEmpty();
            limits.right(address(1), ROOM);
        }
    }

    @Test
    void aMemberWhoWasRightBeforeIsNotHeldUpByTheGuessesOfOthers() {
        limits.start(address(1), ROOM);
        limits.right(address(1), ROOM);
        for (int i = 2; limits.start(address(i), ROOM).isEmpty(); i++) {
            assertThat(i).isLessThan(100);
        }
        assertThat(limits.start(address(1), ROOM)).isEmpty();
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
