package dev.parley.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: doubles from 0.2 to 5 seconds, spread by 30 % so that a room full of people
/// does not come back in the same moment.
final class Backoff {

    private static final double FIRST_MILLIS = 200;
    private static final double MOST_MILLIS = 5_000;
    private static final double SPREAD = 0.3;

    private final RandomGenerator random;
    private double millis = FIRST_MILLIS;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        double spread = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        Duration wait = Duration.ofMillis(Math.round(millis * spread));
        millis = Math.min(MOST_MILLIS, 2 * millis);
        return wait;
    }

    void reset() {
        millis = FIRST_MILLIS;
    }
}
