package dev.parley.server;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether datagrams were lost lately. On the event loop.
final class Losses {

    private static final long LATELY = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private boolean noted;
    private long notedAt;

    /// @param nanos a monotonic clock in nanoseconds, as [System#nanoTime]
    Losses(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Somebody asked for what was lost.
    void note() {
        noted = true;
        notedAt = nanos.getAsLong();
    }

    /// Something was lost within the last minute.
    boolean lately() {
        noted = noted && nanos.getAsLong() - notedAt < LATELY;
        return noted;
    }
}
