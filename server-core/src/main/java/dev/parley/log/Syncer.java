package dev.parley.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Keeps the disk at most one delay behind the commits. The first commit after a sync starts the delay; all that follow
/// ride along.
final class Syncer {

    private final MessageLog log;
    private final Timer timer;
    private final Duration delay;
    private final Consumer<StorageException> onFailure;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    Syncer(MessageLog log, Timer timer, Duration delay, Consumer<StorageException> onFailure) {
        this.log = log;
        this.timer = timer;
        this.delay = delay;
        this.onFailure = onFailure;
    }

    void committed() {
        if (scheduled.compareAndSet(false, true)) {
            timer.after(delay, this::sync);
        }
    }

    private void sync() {
        scheduled.set(false); // before the work: a commit meanwhile needs the next sync
        try {
            log.sync();
        } catch (StorageException e) {
            onFailure.accept(e);
        }
    }
}
