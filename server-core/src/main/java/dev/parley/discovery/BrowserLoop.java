package dev.parley.discovery;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread on which a browser keeps its state and calls its listener. A task that throws is logged and does not
/// stop the others.
final class BrowserLoop {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserLoop.class);

    private static final int CLOSE_SECONDS = 2;

    private final ScheduledThreadPoolExecutor executor;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Thread thread;

    BrowserLoop() {
        executor = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("parley-browser").daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
    }

    void execute(Runnable task) {
        submit(task, 0);
    }

    /// For what strangers cause: dropped if too much of the same kind is waiting already.
    ///
    /// @param places has a permit for each task of the kind that may wait
    void executeIfPlace(Semaphore places, Runnable task) {
        if (places.tryAcquire()) {
            submit(() -> {
                places.release();
                task.run();
            }, 0);
        }
    }

    @Nullable ScheduledFuture<?> after(long millis, Runnable task) {
        return submit(task, millis);
    }

    void every(long millis, Runnable task) {
        executor.scheduleWithFixedDelay(() -> run(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    private @Nullable ScheduledFuture<?> submit(Runnable task, long delayMillis) {
        try {
            return executor.schedule(() -> run(task), delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return null; // closed
        }
    }

    private void run(Runnable task) {
        if (closed.get()) {
            return;
        }
        thread = Thread.currentThread();
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("looking for rooms failed", e);
        }
    }

    <T> void callUnlessClosed(Consumer<T> listener, T value) {
        if (closed.get()) {
            return;
        }
        try {
            listener.accept(value);
        } catch (RuntimeException e) {
            LOG.error("a listener for rooms failed", e);
        }
    }

    /// Runs the last task, and nothing after it. Returns when it has run, unless called on the loop's own thread.
    void close(Runnable last) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (Thread.currentThread().equals(thread)) {
            last.run();
            executor.shutdownNow();
            return;
        }
        Future<?> done = executor.submit(last);
        try {
            done.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("closing the search for rooms: {}", e.toString());
        } finally {
            executor.shutdownNow();
        }
    }
}
