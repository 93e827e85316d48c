package dev.parley.app.ui.rooms;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells the window that a second has passed. A timeline of JavaFX would keep the window drawing all the time. After a
/// busy moment, seconds are not made up for.
public final class Seconds implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("parley-seconds").factory());
    private final AtomicBoolean waiting = new AtomicBoolean();

    /// @param window where `tick` runs
    public Seconds(Executor window, Runnable tick) {
        clock.scheduleWithFixedDelay(() -> {
            if (waiting.compareAndSet(false, true)) {
                window.execute(() -> {
                    waiting.set(false);
                    tick.run();
                });
            }
        }, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
