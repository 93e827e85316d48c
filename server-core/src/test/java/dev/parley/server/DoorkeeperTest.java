package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {

    private static final ServerConfig.Admission STANDARD = ServerConfig.Admission.standard();

    private final Doorkeeper door = new Doorkeeper(STANDARD);

    @Test
    void oneAddressMayHaveSixteenConnectionsThatWaitAndAnyNumberThatDoNot() {
        InetAddress greedy = address(1);
        for (int i = 0; i < 16; i++) {
            assertThat(door.admit(greedy)).isTrue();
        }
        assertThat(door.admit(greedy)).isFalse();
        assertThat(door.admit(address(2))).isTrue();
        door.waitsNoMore(greedy); // one has logged in
        assertThat(door.admit(greedy)).isTrue();
        assertThat(door.admit(greedy)).isFalse();
    }

    @Test
    void allAddressesTogetherMayHaveFiveHundredAndTwelveThatWait() {
        for (int i = 0; i < 512; i++) {
            assertThat(door.admit(address(1 + i / 16))).isTrue();
        }
        assertThat(door.admit(address(99))).isFalse();
        door.waitsNoMore(address(1));
        door.gone();
        assertThat(door.admit(address(99))).isTrue();
    }

    @Test
    void programsOfTheHostsOwnComputerAreNotLimitedPerAddress() {
        for (int i = 0; i < 100; i++) {
            assertThat(door.admit(InetAddress.getLoopbackAddress())).isTrue();
        }
    }

    @Test
    void connectionsInAllAreLimitedToo() {
        Doorkeeper small = new Doorkeeper(new ServerConfig.Admission(16, 512, 3, Duration.ofSeconds(10), Duration.ofSeconds(45),
                Duration.ofMinutes(2), 100, 10));
        for (int i = 1; i <= 3; i++) {
            assertThat(small.admit(address(i))).isTrue();
            small.waitsNoMore(address(i));
        }
        assertThat(small.admit(address(4))).isFalse();
        small.gone();
        assertThat(small.admit(address(4))).isTrue();
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 192, (byte) 168, 1, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
