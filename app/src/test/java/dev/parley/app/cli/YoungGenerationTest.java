package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class YoungGenerationTest {

    private static final long PIECE = 64 << 10;

    @Test
    void isFilledUntilItIsCollectedAndNoFurther() {
        AtomicInteger looks = new AtomicInteger();
        YoungGeneration young = new YoungGeneration(() -> {
            int look = looks.getAndIncrement();
            return (look < 9 ? 9 - look : 9) * PIECE;
        });

        assertThat(young.collect()).isTrue();
        assertThat(looks).hasValue(10);
    }

    @Test
    void aCollectorThatNeedsMoreIsLeftAlone() {
        AtomicLong free = new AtomicLong(1000 * PIECE);
        YoungGeneration young = new YoungGeneration(() -> free.getAndAdd(-PIECE));

        assertThat(young.collect()).isFalse();
        assertThat(free).hasValue((1000 - 513) * PIECE);
    }
}
