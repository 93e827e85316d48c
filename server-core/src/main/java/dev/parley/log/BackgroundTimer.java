package dev.parley.log;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Two daemon threads: a long backup must not hold up the next sync. Measures by the monotonic clock, so that changes of
/// the system's time do nothing.
final class BackgroundTimer implements Timer {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTimer.class);
    private static final int THREADS = 2;
    private static final int CLOSE_SECONDS = 60;

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(
            THREADS, Thread.ofPlatform().name("parley-log-background-", 0).daemon().factory());

    BackgroundTimer() {
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void after(Duration delay, Runnable work) {
        try {
            threads.schedule(() -> guarded(work), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // closing: what was to be done later is not needed any more
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("background work of the log failed", e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("background work of the log still runs after {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
