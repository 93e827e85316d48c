package dev.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private final Histogram histogram = new Histogram();

    @Test
    void quantilesAreRightWithinThreePercent() {
        for (int micros = 1; micros <= 10_000; micros++) {
            histogram.add(micros * 1_000L);
        }

        assertThat(histogram.micros(0.5)).isCloseTo(5_000, Percentage.withPercentage(3.5));
        assertThat(histogram.micros(0.99)).isCloseTo(9_900, Percentage.withPercentage(3.5));
        assertThat(histogram.maxMicros()).isEqualTo(10_000);
    }

    @Test
    void barsHoldEverythingAndTheirEdgesDouble() {
        histogram.add(200_000);
        histogram.add(3_000_000);
        histogram.add(0);

        assertThat(histogram.bars()).extracting(Histogram.Bar::upToMicros).containsExactly(128L, 256L, 512L, 1024L, 2048L, 4096L);
        assertThat(histogram.bars()).extracting(Histogram.Bar::count).containsExactly(1L, 1L, 0L, 0L, 0L, 1L);
    }

    @Test
    void withoutTimesThereIsNothing() {
        assertThat(histogram.micros(0.99)).isZero();
        assertThat(histogram.bars()).isEmpty();
    }

    @Test
    void anyTimeHasAPlace() {
        histogram.add(Long.MAX_VALUE);
        histogram.add(-5);

        assertThat(histogram.total()).isEqualTo(2);
    }
}
