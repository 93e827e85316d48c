package dev.parley.app.ui;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/// Watches the FX thread: how long it was at most busy with one thing, so that a click would have had to wait.
public final class FxPauses implements AutoCloseable {

    /// The longest pause that a person is to bear.
    public static final long ALLOWED_MILLIS = 300;

    private static final long EVERY_MILLIS = 5;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fx-pauses").factory());
    private final AtomicLong longest = new AtomicLong();
    private final AtomicBoolean waiting = new AtomicBoolean();

    private FxPauses() {}

    public static FxPauses watch() {
        FxPauses pauses = new FxPauses();
        pauses.clock.scheduleAtFixedRate(pauses::knock, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return pauses;
    }

    private void knock() {
        if (waiting.compareAndSet(false, true)) {
            long asked = System.nanoTime();
            Platform.runLater(() -> {
                longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
                waiting.set(false);
            });
        }
    }

    /// In milliseconds, since the start.
    public long longest() {
        return TimeUnit.NANOSECONDS.toMillis(longest.get());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
