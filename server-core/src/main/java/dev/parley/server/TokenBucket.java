package dev.parley.server;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Allows a number of things per time, and as many at once as fit the bucket. One thread.
final class TokenBucket {

    private final double capacity;
    private final double perNano;
    private final LongSupplier nanos;
    private double tokens;
    private long at;

    TokenBucket(int capacity, int count, Duration per, LongSupplier nanos) {
        this.capacity = capacity;
        this.perNano = (double) count / per.toNanos();
        this.nanos = nanos;
        this.tokens = capacity;
        this.at = nanos.getAsLong();
    }

    boolean take() {
        refill();
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /// Puts back what was taken for something that turned out to be harmless.
    void giveBack() {
        tokens = Math.min(capacity, tokens + 1);
    }

    /// How long until [#take] succeeds.
    Duration untilNext() {
        return until(1);
    }

    /// How long until so many are there.
    Duration until(int count) {
        refill();
        return tokens >= count ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((count - tokens) / perNano));
    }

    boolean full() {
        refill();
        return tokens >= capacity;
    }

    private void refill() {
        long now = nanos.getAsLong();
        tokens = Math.min(capacity, tokens + (now - at) * perNano);
        at = now;
    }
}
