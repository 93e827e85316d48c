package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LossesTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // the clock may overflow
    private final Losses losses = new Losses(now::get);

    @Test
    void atFirstNothingWasLost() {
        assertThat(losses.lately()).isFalse();
    }

    @Test
    void aLossIsRememberedForAMinute() {
        losses.note();
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(losses.lately()).isTrue();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(losses.lately()).isFalse();
    }

    @Test
    void anotherLossBeginsTheMinuteAnew() {
        losses.note();
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        losses.note();
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(losses.lately()).isTrue();
    }
}
