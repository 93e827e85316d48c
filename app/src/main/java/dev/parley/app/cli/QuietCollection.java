package dev.parley.app.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Gives memory back to the system once a host has become quiet. Hashing a password or a class that joins leaves megabytes
/// of garbage, and Java by itself collects them when it needs room again, which for a host with nothing to do is never. A
/// whole collection stops the host for about a tenth of a second, so it waits until nearly nothing happens.
///
/// The launcher's `-XX:+UseAdaptiveSizePolicyWithSystemGC` makes such a collection shrink the heap too.
final class QuietCollection implements AutoCloseable {

    private static final int LOOK_EVERY_SECONDS = 3;

    /// What a quiet host takes between two looks: more allocated or more processor time is no quiet. Neither tells alone: a
    /// busy heap may look the same at two moments.
    private static final long QUIET_BYTES = 1 << 20;
    private static final long QUIET_MILLIS = 60;

    /// Garbage worth a collection: so much, and more than a third of what was kept last time.
    private static final long WORTH_BYTES = 4 << 20;

    private final LongSupplier used;
    private final LongSupplier busy;
    private final Runnable collect;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("parley-quiet").factory());
    private long usedBefore;
    private long busyBefore;
    private long kept;

    /// @param used bytes of the heap that are occupied, by garbage too
    /// @param busy milliseconds of processor time so far
    QuietCollection(LongSupplier used, LongSupplier busy, Runnable collect) {
        this.used = used;
        this.busy = busy;
        this.collect = collect;
        this.usedBefore = used.getAsLong();
        this.busyBefore = busy.getAsLong();
    }

    /// For this process, until it is closed.
    static QuietCollection start() {
        Runtime runtime = Runtime.getRuntime();
        ProcessHandle process = ProcessHandle.current();
        QuietCollection collection = new QuietCollection(
                () -> runtime.totalMemory() - runtime.freeMemory(),
                () -> process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L),
                System::gc);
        collection.timer.scheduleWithFixedDelay(collection::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        return collection;
    }

    /// Collects if little happened since the last look; less used than then means that Java collected meanwhile.
    void look() {
        long usedNow = used.getAsLong();
        long busyNow = busy.getAsLong();
        boolean quiet = usedNow >= usedBefore && usedNow - usedBefore < QUIET_BYTES && busyNow - busyBefore < QUIET_MILLIS;
        if (quiet && usedNow - kept > Math.max(WORTH_BYTES, kept / 3)) {
            collect.run();
            usedNow = used.getAsLong();
            busyNow = busy.getAsLong();
            kept = usedNow;
        }
        usedBefore = usedNow;
        busyBefore = busyNow;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
