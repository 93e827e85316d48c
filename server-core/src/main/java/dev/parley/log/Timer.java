package dev.parley.log;

import java.time.Duration;

/// Runs work later on a background thread. Tests turn the time by hand.
interface Timer extends AutoCloseable {

    void after(Duration delay, Runnable work);

    /// Waits for work that runs and forgets the rest. Idempotent.
    @Override
    void close();
}
