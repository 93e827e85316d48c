package dev.parley.discovery;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Lets through a number of events per second, and as many at once after a quiet second. Safe for any thread.
final class TokenBucket {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int perSecond;
    private final LongSupplier nanoTime;
    private long credit; // in nanoseconds of waiting; one event costs SECOND / perSecond
    private long last;

    TokenBucket(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.credit = SECOND;
        this.last = nanoTime.getAsLong();
    }

    synchronized boolean tryTake() {
        long now = nanoTime.getAsLong();
        credit = Math.min(SECOND, credit + Math.clamp(now - last, 0, SECOND));
        last = now;
        long cost = SECOND / perSecond;
        if (credit < cost) {
            return false;
        }
        credit -= cost;
        return true;
    }
}
