package dev.parley.app.link;

import dev.parley.client.ClientEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From the thread that reads a connection to the window: in order, in batches, and never more than [#MOST] waiting. The
/// reader blocks when the window is behind, the client behind it stops reading from the network, and nothing is lost.
/// For one thread.
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    /// Events that wait for the window at most.
    static final int MOST = 2_000;
    /// Small enough that the window is drawn in between.
    private static final int BATCH = 100;

    private final Executor window;
    private final Semaphore room = new Semaphore(MOST);
    private List<Runnable> batch = new ArrayList<>(BATCH);

    Delivery(Executor window) {
        this.window = window;
    }

    void add(Runnable task) throws InterruptedException {
        batch.add(task);
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    void add(LinkedRoom to, ClientEvent event) throws InterruptedException {
        add(() -> to.happened(event));
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("an event of a room was not taken", e); // the others are not lost for it
        }
    }

    /// Hands over what was added.
    void flush() throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        List<Runnable> tasks = batch;
        batch = new ArrayList<>(BATCH);
        room.acquire(tasks.size());
        window.execute(() -> {
            try {
                tasks.forEach(Delivery::run);
            } finally {
                room.release(tasks.size());
            }
        });
    }
}
