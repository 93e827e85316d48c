package dev.parley.app.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MinuteCountsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:30Z");

    private final MinuteCounts counts = new MinuteCounts();

    @Test
    void isEmptyAtFirst() {
        assertThat(counts.series(NOW)).hasSize(MinuteCounts.MINUTES).containsOnly(0);
    }

    @Test
    void addsUpWithinAMinuteAndMovesOn() {
        counts.add(NOW, 2);
        counts.add(NOW.plusSeconds(29), 3);
        counts.add(NOW.plusSeconds(30), 1);
        assertThat(counts.series(NOW.plusSeconds(30)).subList(27, 30)).containsExactly(0, 5, 1);
        assertThat(counts.series(NOW.plus(Duration.ofMinutes(2))).subList(26, 30)).containsExactly(0, 5, 1, 0);
    }

    @Test
    void forgetsWhatIsOlderThanHalfAnHour() {
        counts.add(NOW, 7);
        assertThat(counts.series(NOW.plus(Duration.ofMinutes(29)))).startsWith(7);
        assertThat(counts.series(NOW.plus(Duration.ofMinutes(30)))).containsOnly(0);
        counts.add(NOW.plus(Duration.ofDays(3)), 1);
        assertThat(counts.series(NOW.plus(Duration.ofDays(3))).subList(0, 29)).containsOnly(0);
    }

    @Test
    void aClockThatIsSetBackLosesNothing() {
        counts.add(NOW, 4);
        counts.add(NOW.minus(Duration.ofHours(1)), 2);
        assertThat(counts.series(NOW.minus(Duration.ofHours(1)))).endsWith(6);
    }
}
