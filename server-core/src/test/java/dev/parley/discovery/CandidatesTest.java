package dev.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    private static final InetSocketAddress HERE = new InetSocketAddress("192.0.2.1", 7420);

    private final Candidates candidates = new Candidates();

    private static long millis(long n) {
        return Duration.ofMillis(n).toNanos();
    }

    private static DnsSdRoom rumour(int id, String room) {
        return new DnsSdRoom(new Announcement(FakeHost.id(id), FakeHost.ANA, 7420, List.of(FakeHost.room(room, 1))));
    }

    @Test
    void aHostThatDoesNotAnswerByUdpIsTriedByTcpAfterASecondAndThenEveryFive() {
        assertThat(candidates.rumoured(rumour(1, "a"), List.of(HERE), 0)).isTrue();
        assertThat(candidates.due(millis(900), 16)).isEmpty();
        assertThat(candidates.due(millis(1000), 16)).containsExactly(new Candidates.Trial(FakeHost.id(1), List.of(HERE)));
        assertThat(candidates.due(millis(5900), 16)).isEmpty();
        assertThat(candidates.due(millis(6000), 16)).hasSize(1);
    }

    @Test
    void aHostThatAnswersByUdpIsNotTriedUntilItStopsToAnswer() {
        candidates.rumoured(rumour(1, "a"), List.of(HERE), 0);
        candidates.answered(FakeHost.id(1), millis(100));
        assertThat(candidates.due(millis(7000), 16)).isEmpty();
        assertThat(candidates.connected(FakeHost.id(1), millis(7000))).isEmpty();
        assertThat(candidates.due(millis(7200), 16)).hasSize(1);
    }

    @Test
    void aHostThatNeverShowsItselfIsAskedAndTriedLessOften() {
        candidates.rumoured(rumour(1, "a"), List.of(HERE), 0);
        candidates.rumoured(rumour(2, "b"), List.of(HERE), 0);
        candidates.connected(FakeHost.id(2), millis(10_000));
        assertThat(candidates.due(millis(20_000), 1)).hasSize(1);
        assertThat(candidates.due(millis(20_000), 16)).hasSize(1);
        assertThat(candidates.due(millis(25_000), 16)).containsExactly(new Candidates.Trial(FakeHost.id(2), List.of(HERE)));
        assertThat(candidates.addresses(7, millis(25_000))).hasSize(1);
        assertThat(candidates.addresses(8, millis(25_000))).hasSize(2);
        assertThat(candidates.due(millis(50_000), 16)).hasSize(1);
        assertThat(candidates.due(millis(60_000), 16)).hasSize(1);
    }

    @Test
    void whatDnsSdSaysCountsOnceTheHostTookAConnection() {
        candidates.rumoured(rumour(1, "a"), List.of(HERE), 0);
        assertThat(candidates.rumoured(rumour(1, "b"), List.of(HERE), 0)).isFalse();
        assertThat(candidates.connected(FakeHost.id(1), millis(1500)).orElseThrow().rooms())
                .containsExactly(FakeHost.room("a", 1), FakeHost.room("b", 1));
        candidates.goodbye(FakeHost.id(1), FakeHost.room("a", 1).name());
        assertThat(candidates.connected(FakeHost.id(1), millis(1500)).orElseThrow().rooms())
                .containsExactly(FakeHost.room("b", 1));
        candidates.goodbye(FakeHost.id(1), FakeHost.room("b", 1).name());
        assertThat(candidates.connected(FakeHost.id(1), millis(1500))).isEmpty();
        assertThat(candidates.addresses(1, 0)).isEmpty();
    }

    @Test
    void aFloodOfRumoursStaysSmallAndDoesNotPushOutAHostThatWasSeen() {
        candidates.rumoured(rumour(0, "Crew"), List.of(HERE), 0);
        candidates.answered(FakeHost.id(0), 0);
        for (int i = 1; i < 5000; i++) {
            List<InetSocketAddress> many = IntStream.range(0, 10)
                    .mapToObj(n -> new InetSocketAddress("192.0.2.9", 1000 + n)).toList();
            candidates.rumoured(rumour(i, "forged"), many, 0);
        }
        assertThat(candidates.addresses(1, 0)).hasSize(1 + 63 * 4).contains(HERE);
    }
}
