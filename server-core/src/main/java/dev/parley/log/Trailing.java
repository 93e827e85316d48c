package dev.parley.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Work that follows a trigger at a distance. The first trigger after a run starts the delay, all others ride along: so
/// the work is never further behind than the delay and never runs more often.
final class Trailing {

    private final Timer timer;
    private final Duration delay;
    private final Runnable work;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    Trailing(Timer timer, Duration delay, Runnable work) {
        this.timer = timer;
        this.delay = delay;
        this.work = work;
    }

    /// Any thread.
    void trigger() {
        if (scheduled.compareAndSet(false, true)) {
            timer.after(delay, this::run);
        }
    }

    private void run() {
        scheduled.set(false); // before the work: a trigger meanwhile needs the next run
        work.run();
    }
}
