package dev.parley.app.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Watches the FX thread: for how long it was at most busy with one thing, so that a click would have had to wait. What
/// counts is the time it computed, or was blocked or waiting, during a pause: on a machine that is busy with other things
/// it may simply not get its turn, which is not its fault.
public final class FxPauses implements AutoCloseable {

    /// The longest pause that a person is to bear.
    public static final long ALLOWED_MILLIS = 300;

    private static final long EVERY_MILLIS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// What the FX thread has done until now.
    private record Spent(long nanos) {

        static Spent now(long thread) {
            @Nullable ThreadInfo info = THREADS.getThreadInfo(thread);
            long stood = info == null ? 0 : Math.max(0, info.getBlockedTime());
            return new Spent(THREADS.getThreadCpuTime(thread) + TimeUnit.MILLISECONDS.toNanos(stood));
        }
    }

    private final long thread;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fx-pauses").factory());
    private final AtomicLong longest = new AtomicLong();
    private final AtomicBoolean knocking = new AtomicBoolean();

    private FxPauses(long thread) {
        this.thread = thread;
    }

    public static FxPauses watch() {
        THREADS.setThreadContentionMonitoringEnabled(true);
        FxPauses pauses = new FxPauses(Stages.onFx(() -> Thread.currentThread().threadId()));
        pauses.clock.scheduleAtFixedRate(pauses::knock, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return pauses;
    }

    private void knock() {
        if (knocking.compareAndSet(false, true)) {
            long asked = System.nanoTime();
            Spent before = Spent.now(thread);
            Platform.runLater(() -> {
                long wall = System.nanoTime() - asked;
                long own = Spent.now(thread).nanos() - before.nanos();
                longest.accumulateAndGet(Math.min(wall, own), Math::max);
                knocking.set(false);
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
