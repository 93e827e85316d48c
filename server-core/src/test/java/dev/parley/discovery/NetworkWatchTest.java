package dev.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class NetworkWatchTest {

    private record Told(List<LocalAddress> addresses, boolean woke) {}

    @Test
    void aMissedBeatOfEitherClockIsSleep() {
        Duration two = Duration.ofSeconds(2);
        assertThat(NetworkWatch.slept(two, two)).isFalse();
        assertThat(NetworkWatch.slept(Duration.ofSeconds(5), Duration.ofSeconds(5))).isFalse();
        assertThat(NetworkWatch.slept(Duration.ofHours(1), Duration.ofHours(1))).isTrue();
        assertThat(NetworkWatch.slept(two, Duration.ofHours(1))).isTrue();
        assertThat(NetworkWatch.slept(two, Duration.ofDays(-365))).isTrue();
    }

    @Test
    void theListenerHearsOfTheFirstStateThenOfChangesAndOfWakingOnly() throws UnknownHostException {
        LocalAddress card = NetworkInterfacesTest.card("eth0", "10.7.0.5", 24, LocalAddress.Kind.LAN, true);
        AtomicReference<List<LocalAddress>> now = new AtomicReference<>(List.of());
        AtomicLong nanos = new AtomicLong();
        AtomicInteger looks = new AtomicInteger();
        List<Told> told = new CopyOnWriteArrayList<>();
        try (NetworkWatch watch = new NetworkWatch("parley-test-watch", () -> {
            looks.incrementAndGet();
            return now.get();
        }, nanos::get, () -> Instant.EPOCH, Duration.ofMillis(5), (a, woke) -> told.add(new Told(a, woke)))) {
            watch.start();
            await().until(() -> looks.get() > 5);
            assertThat(told).containsExactly(new Told(List.of(), false));
            now.set(List.of(card));
            await().until(() -> told.size() == 2);
            assertThat(told.getLast()).isEqualTo(new Told(List.of(card), false));
            nanos.addAndGet(Duration.ofHours(8).toNanos());
            await().until(() -> told.size() == 3);
            assertThat(told.getLast()).isEqualTo(new Told(List.of(card), true));
        }
        int before = looks.get();
        await().pollDelay(Duration.ofMillis(50)).until(() -> looks.get() <= before + 1);
    }
}
