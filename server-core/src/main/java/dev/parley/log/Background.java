package dev.parley.log;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What follows commits at a distance: the disk is told to write, and freed space is tidied up. A failure is kept for
/// the writer's thread, which alone decides about the state.
final class Background implements AutoCloseable {

    /// Chunks that are empty by then need not be moved; the file may grow meanwhile.
    private static final Duration TIDY_DELAY = Duration.ofSeconds(2);

    /// Between two steps of tidying: commits wait for one step only.
    private static final Duration TIDY_PAUSE = Duration.ofMillis(100);

    private final MessageLog log;
    private final Timer timer;
    private final Runnable onFailure;
    private final Trailing syncs;
    private final Trailing tidying;
    private final Trailing tidyingOn;
    private final AtomicReference<Optional<StorageException>> failure = new AtomicReference<>(Optional.empty());

    /// @param onFailure called on a background thread when there is something to take
    Background(MessageLog log, Timer timer, LogSettings settings, Runnable onFailure) {
        this.log = log;
        this.timer = timer;
        this.onFailure = onFailure;
        this.syncs = new Trailing(timer, settings.syncDelay(), () -> guarded(log::sync));
        this.tidying = new Trailing(timer, TIDY_DELAY, () -> guarded(this::tidy));
        this.tidyingOn = new Trailing(timer, TIDY_PAUSE, () -> guarded(this::tidy));
    }

    /// Something was stored and is on its way to the disk.
    void committed() {
        syncs.trigger();
        tidying.trigger();
    }

    /// Something was stored and is on the disk.
    void synced() {
        tidying.trigger();
    }

    /// The failure since the last call, if there was one.
    Optional<StorageException> takeFailure() {
        return failure.getAndSet(Optional.empty());
    }

    /// Waits for what runs. Idempotent.
    @Override
    public void close() {
        timer.close();
    }

    private void tidy() {
        if (log.tidy()) {
            syncs.trigger(); // stores what was moved
            tidyingOn.trigger();
        }
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (StorageException e) {
            failure.set(Optional.of(e));
            onFailure.run();
        }
    }
}
