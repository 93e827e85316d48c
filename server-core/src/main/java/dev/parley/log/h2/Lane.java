package dev.parley.log.h2;

import dev.parley.log.LogException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs database work on threads of its own, at most a given number at a time, while the caller waits. An interrupt of
/// the caller never reaches H2, which would close its file.
final class Lane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int IDLE_SECONDS = 10;
    private static final int CLOSE_SECONDS = 60;

    private final ThreadPoolExecutor threads;

    Lane(String name, int width) {
        threads = new ThreadPoolExecutor(
                width,
                width,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("parley-log-" + name + "-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// The result of the work, or its exception.
    <T> T call(Callable<T> work) throws Exception {
        CompletableFuture<Result<T>> done = new CompletableFuture<>();
        try {
            threads.execute(() -> done.complete(Result.of(work)));
        } catch (RejectedExecutionException e) {
            throw new LogException("The message log is closed.");
        }
        return done.join().get(); // join waits through interrupts and keeps the flag
    }

    /// Runs the work some time later; who wants to know of its failure sees to it.
    void start(Runnable work) {
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.warn("background work failed: {}", e.toString());
                }
            });
        } catch (RejectedExecutionException e) {
            // closed: closing does what is left
        }
    }

    /// Waits for the work that was taken.
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("database work still runs after {} s", CLOSE_SECONDS);
                }
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private sealed interface Result<T> {

        record Value<T>(T value) implements Result<T> {}

        record Thrown<T>(Throwable cause) implements Result<T> {}

        static <T> Result<T> of(Callable<T> work) {
            try {
                return new Value<>(work.call());
            } catch (Throwable e) {
                return new Thrown<>(e);
            }
        }

        default T get() throws Exception {
            return switch (this) {
                case Value<T>(T value) -> value;
                case Thrown<T>(Exception cause) -> throw cause;
                case Thrown<T>(Throwable cause) -> throw new IllegalStateException("database work failed", cause);
            };
        }
    }
}
