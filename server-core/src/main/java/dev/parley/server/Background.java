package dev.parley.server;

import dev.parley.transport.EventLoop;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Work that would hold up the event loop: reading the log (virtual threads, a few at a time) and cryptography (one
/// thread per core). Results come back to the loop.
final class Background implements AutoCloseable {

    /// As many readers as the log has connections for.
    private static final int READERS = 3;
    private static final int HASHES = 4;

    private final EventLoop loop;
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService computing;
    private final Semaphore readers = new Semaphore(READERS);
    private final Semaphore searches = new Semaphore(1);
    private final Semaphore hashes = new Semaphore(HASHES);

    Background(EventLoop loop) {
        this.loop = loop;
        ThreadFactory threads = Thread.ofPlatform().name("parley-crypto-", 0).daemon().factory();
        this.computing = Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()), threads);
    }

    /// For TLS handshakes.
    ExecutorService computing() {
        return computing;
    }

    <T> void read(Callable<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        submit(blocking, () -> limited(readers, work), then, failed);
    }

    /// Reading that may go through a whole room: one at a time, so that there are readers for the others.
    <T> void search(Callable<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        submit(blocking, () -> limited(searches, () -> limited(readers, work)), then, failed);
    }

    <T> void compute(Callable<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        submit(computing, work, then, failed);
    }

    /// Memory-hard work: at most 4 at once.
    <T> void hash(Callable<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        submit(blocking, () -> limited(hashes, work), then, failed);
    }

    private <T> void submit(ExecutorService on, Callable<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        if (on.isShutdown()) {
            return;
        }
        on.execute(() -> {
            try {
                T result = work.call();
                loop.execute(() -> then.accept(result));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // shutting down: nobody waits for the result
            } catch (RuntimeException e) {
                loop.execute(() -> failed.accept(e));
            } catch (Exception e) {
                loop.execute(() -> failed.accept(new IllegalStateException(e)));
            }
        });
    }

    private static <T> T limited(Semaphore permits, Callable<T> work) throws Exception {
        permits.acquire();
        try {
            return work.call();
        } finally {
            permits.release();
        }
    }

    @Override
    public void close() {
        blocking.shutdownNow();
        computing.shutdownNow();
        try {
            if (!blocking.awaitTermination(2, TimeUnit.SECONDS) || !computing.awaitTermination(2, TimeUnit.SECONDS)) {
                return; // daemon threads: they do not keep the process
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
