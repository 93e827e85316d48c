package dev.parley.app.cli;

import dev.parley.server.ServerListener;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Gives memory back to the system once a host has become quiet. Hashing a password or a class that joins leaves megabytes
/// of garbage, and Java by itself collects them when it needs room again, which for a host with nothing to do is never. A
/// whole collection stops the host for about a tenth of a second, so it waits until nobody would notice: until nothing
/// was stored, and nobody came or went, for three seconds.
///
/// The launcher's `-XX:+UseAdaptiveSizePolicyWithSystemGC` makes such a collection shrink the heap too, but for the
/// [YoungGeneration], which follows in the seconds after it.
final class QuietCollection implements AutoCloseable {

    private static final int LOOK_EVERY_SECONDS = 3;

    /// Of processor time between two looks: more is no quiet, whatever the reason. A thousand people who only listen take
    /// half of it.
    private static final long QUIET_MILLIS = 300;

    /// After a collection: the next one only when as many looks have passed. Who listens leaves garbage too, which Java
    /// collects by itself, so without anything that happened there is no next one, unless the host is still.
    private static final int REST = 3;

    /// A host that is still: so much garbage and processor time between two looks.
    private static final long STILL_BYTES = 1 << 20;
    private static final long STILL_MILLIS = 60;

    /// Garbage worth a collection: so much, and more than a third of what was kept last time.
    private static final long WORTH_BYTES = 4 << 20;

    private final LongSupplier used;
    private final LongSupplier busy;
    private final AtomicLong happened = new AtomicLong();
    private final Consumer<ScheduledExecutorService> collect;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("parley-quiet").factory());
    private Reading before;
    private long kept;
    private long happenedUntilCollected = -1;
    private int looksSince = REST;

    /// @param used bytes of the heap that are occupied, by garbage too
    /// @param busy milliseconds of processor time so far
    /// @param collect given the timer for what follows a collection; runs on it
    QuietCollection(LongSupplier used, LongSupplier busy, Consumer<ScheduledExecutorService> collect) {
        this.used = used;
        this.busy = busy;
        this.collect = collect;
        this.before = read();
    }

    /// For this process, until it is closed.
    static QuietCollection start() {
        Runtime runtime = Runtime.getRuntime();
        ProcessHandle process = ProcessHandle.current();
        YoungGeneration young = new YoungGeneration(runtime::freeMemory);
        QuietCollection collection = new QuietCollection(
                () -> runtime.totalMemory() - runtime.freeMemory(),
                () -> process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L),
                timer -> {
                    System.gc();
                    young.shrink(timer);
                });
        collection.timer.scheduleWithFixedDelay(collection::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        return collection;
    }

    /// What the host hears from its server, on the way to `next`.
    ServerListener watching(ServerListener next) {
        return new CountingListener(next, happened);
    }

    /// Collects if it is quiet and something happened since the last time, or if the host is still.
    void look() {
        Reading now = read();
        looksSince++;
        if (isQuiet(now)
                && isWorth(now)
                && (isStill(now) || (looksSince > REST && now.happened() != happenedUntilCollected))) {
            collect.accept(timer);
            now = read();
            kept = now.used();
            happenedUntilCollected = now.happened();
            looksSince = 0;
        }
        before = now;
    }

    private boolean isQuiet(Reading now) {
        return now.happened() == before.happened() && now.busy() - before.busy() < QUIET_MILLIS;
    }

    /// Less used than before means that Java collected meanwhile. A busy heap may look the same at two moments, so the
    /// processor is asked too.
    private boolean isStill(Reading now) {
        long grown = now.used() - before.used();
        return grown >= 0 && grown < STILL_BYTES && now.busy() - before.busy() < STILL_MILLIS;
    }

    private boolean isWorth(Reading now) {
        return now.used() - kept > Math.max(WORTH_BYTES, kept / 3);
    }

    private Reading read() {
        return new Reading(used.getAsLong(), busy.getAsLong(), happened.get());
    }

    /// What a look sees.
    private record Reading(long used, long busy, long happened) {}

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
