package dev.parley.client;

import dev.parley.transport.EventLoop;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Work that would hold up the event loop: hashing, proofs, files, looking for the host. One thing at a time; the result
/// comes back to the loop.
final class Offstage implements AutoCloseable {

    private final EventLoop loop;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("parley-client-work").daemon().factory());

    Offstage(EventLoop loop) {
        this.loop = loop;
    }

    <T> void run(Callable<T> work, Consumer<T> then, Consumer<Exception> failed) {
        if (worker.isShutdown()) {
            return;
        }
        worker.execute(() -> {
            try {
                T result = work.call();
                loop.execute(() -> then.accept(result));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // closing: nobody waits
            } catch (Exception e) {
                loop.execute(() -> failed.accept(e));
            }
        });
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
