package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayWindowTest {

    @ParameterizedTest
    @ValueSource(longs = {2047, 2048, 5000, 64 * 33, 1L << 23, (1L << 40) + 17, Long.MAX_VALUE})
    void theWindowIs2048CountersWide(long highest) {
        ReplayWindow window = new ReplayWindow();
        window.mark(highest);
        assertThat(window.isFresh(highest)).isFalse();
        assertThat(window.isFresh(highest - 1)).isTrue();
        assertThat(window.isFresh(highest - 2047)).isTrue();
        if (highest >= 2048) {
            assertThat(window.isFresh(highest - 2048)).isFalse();
        }
        window.mark(highest - 2047);
        assertThat(window.isFresh(highest - 2047)).isFalse();
        assertThat(window.isFresh(highest - 2046)).isTrue();
    }

    @Test
    void askingChangesNothing() {
        ReplayWindow window = new ReplayWindow();
        assertThat(window.isFresh(1_000_000)).isTrue();
        assertThat(window.isFresh(0)).isTrue();
        window.mark(0);
        assertThat(window.isFresh(0)).isFalse();
    }

    @Test
    void itAgreesWithASetThatForgetsNothing() {
        Random choices = new Random(6479);
        for (int run = 0; run < 20; run++) {
            ReplayWindow window = new ReplayWindow();
            Set<Long> seen = new HashSet<>();
            long highest = -1;
            for (int i = 0; i < 20_000; i++) {
                long jump = choices.nextInt(500) == 0 ? choices.nextInt(6000) : choices.nextInt(3);
                long counter = Math.max(0, highest + jump - choices.nextInt(choices.nextInt(10) == 0 ? 4000 : 40));
                boolean fresh = counter > highest || (highest - counter < 2048 && !seen.contains(counter));
                assertThat(window.isFresh(counter)).as("counter %d after %d", counter, highest).isEqualTo(fresh);
                if (fresh) {
                    window.mark(counter);
                    seen.add(counter);
                    highest = Math.max(highest, counter);
                }
            }
        }
    }
}
