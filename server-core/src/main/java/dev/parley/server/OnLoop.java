package dev.parley.server;

import dev.parley.transport.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Asks the event loop and waits for the answer. Any thread.
record OnLoop(EventLoop loop) {

    private static final long PATIENCE_SECONDS = 5;

    /// @param question must not throw
    <T> T get(Supplier<T> question) {
        if (loop.inLoop()) {
            return question.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.execute(() -> answer.complete(question.get()));
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the server is closed", e);
        }
    }

    void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }
}
