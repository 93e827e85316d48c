package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {

    private static final ServerConfig.Admission STANDARD = ServerConfig.Admission.standard();

    private final Map<Integer, Integer> counts = new HashMap<>();
    private final List<String> putOut = new ArrayList<>();
    private long now;
    private final Doorkeeper door = new Doorkeeper(STANDARD, () -> now);

    @Test
    void oneAddressMayHaveSixteenConnectionsThatWaitAndAnyNumberThatDoNot() {
        InetAddress greedy = address(1);
        Doorkeeper.Pass first = door.admit(greedy, () -> {}).orElseThrow();
        for (int i = 1; i < 16; i++) {
            assertThat(door.admit(greedy, () -> {})).isPresent();
        }
        assertThat(door.admit(greedy, () -> {})).isEmpty();
        assertThat(door.admit(address(2), () -> {})).isPresent();
        door.waitsNoMore(first); // one has logged in
        assertThat(door.admit(greedy, () -> {})).isPresent();
        assertThat(door.admit(greedy, () -> {})).isEmpty();
    }

    @Test
    void whenFiveHundredAndTwelveWaitTheGreediestAddressGivesUpItsOldestPlace() {
        fill();
        assertThat(admit(99)).isPresent();
        assertThat(putOut).hasSize(1);
        String loser = putOut.getFirst();
        assertThat(loser).endsWith("#0");
        for (int i = 1; i < 14; i++) {
            assertThat(admit(99)).isPresent();
        }
        assertThat(putOut).hasSize(14).doesNotHaveDuplicates();
    }

    @Test
    void inARushOfHonestPeopleNobodyLosesAPlaceUntilItTakesTooLong() {
        Doorkeeper three = new Doorkeeper(limits(3, 100), () -> now);
        for (int i = 1; i <= 3; i++) {
            assertThat(admit(three, i)).isPresent();
            now++;
        }
        assertThat(admit(three, 4)).isEmpty();
        assertThat(putOut).isEmpty();
        now += Duration.ofSeconds(1).toNanos() - 3;
        assertThat(admit(three, 4)).isPresent();
        assertThat(putOut).containsExactly("/192.168.1.1#0");
        assertThat(admit(three, 5)).isEmpty();
    }

    @Test
    void whoHasLoggedInGivesUpNothing() {
        Doorkeeper two = new Doorkeeper(limits(2, 100), () -> now);
        Doorkeeper.Pass in = admit(two, 1).orElseThrow();
        two.waitsNoMore(in);
        two.waitsNoMore(in);
        assertThat(admit(two, 1)).isPresent();
        assertThat(admit(two, 1)).isPresent();
        assertThat(admit(two, 2)).isPresent();
        assertThat(putOut).containsExactly("/192.168.1.1#1");
    }

    private void fill() {
        for (int i = 0; i < 512; i++) {
            assertThat(admit(1 + i / 16)).isPresent();
        }
    }

    private Optional<Doorkeeper.Pass> admit(int address) {
        return admit(door, address);
    }

    private Optional<Doorkeeper.Pass> admit(Doorkeeper at, int address) {
        String name = address(address) + "#" + (counts.merge(address, 1, Integer::sum) - 1);
        return at.admit(address(address), () -> putOut.add(name));
    }

    private static ServerConfig.Admission limits(int waiting, int connections) {
        return new ServerConfig.Admission(16, waiting, connections, Duration.ofSeconds(10), Duration.ofSeconds(45), Duration.ofMinutes(2), 100, 10);
    }

    @Test
    void programsOfTheHostsOwnComputerAreNotLimitedPerAddress() {
        for (int i = 0; i < 100; i++) {
            assertThat(door.admit(InetAddress.getLoopbackAddress(), () -> {})).isPresent();
        }
    }

    @Test
    void connectionsInAllAreLimitedToo() {
        Doorkeeper small = new Doorkeeper(limits(512, 3), () -> now);
        for (int i = 1; i <= 3; i++) {
            small.waitsNoMore(admit(small, i).orElseThrow());
        }
        assertThat(small.admit(address(4), () -> {})).isEmpty();
        small.gone();
        assertThat(small.admit(address(4), () -> {})).isPresent();
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 192, (byte) 168, 1, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
