package dev.parley.app.ui.bridge;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs tasks on the FX thread, in order. Many that come at once are drained together, but never for longer than a part
/// of a frame: then the window is drawn before the rest follows. Safe for any thread.
public final class FxBridge implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(FxBridge.class);
    private static final long SLICE_NANOS = 8_000_000;

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean planned = new AtomicBoolean();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        plan();
    }

    private void plan() {
        if (planned.compareAndSet(false, true)) {
            Platform.runLater(this::drain);
        }
    }

    private void drain() {
        planned.set(false);
        long end = System.nanoTime() + SLICE_NANOS;
        Runnable task = waiting.poll();
        while (task != null) {
            run(task);
            task = System.nanoTime() - end < 0 ? waiting.poll() : null;
        }
        if (!waiting.isEmpty()) {
            plan();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("a task of the window failed", e); // the others go on
        }
    }
}
