package dev.parley.app.link;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// Stands for the thread of the window: what is told waits until the test lets it happen, on the thread of the test.
public final class WindowThread implements Executor {

    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    /// Everything that waits happens now.
    public void run() {
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
    }

    /// How many tasks wait.
    public int size() {
        return waiting.size();
    }

    /// Lets things happen until it is so.
    public void until(BooleanSupplier wanted) {
        await().pollInSameThread().until(() -> {
            run();
            return wanted.getAsBoolean();
        });
    }

    /// Lets things happen until the answer is there.
    public <T> T answer(CompletableFuture<T> answer) {
        until(answer::isDone);
        return answer.join();
    }
}
