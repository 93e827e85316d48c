package dev.parley.discovery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Looks at the network cards again and again, and tells its listener when they changed or when the machine seems to
/// have slept: then sockets may be dead although the addresses are the same. Calls the listener from one virtual
/// thread, the first time at once.
final class NetworkWatch implements AutoCloseable {

    static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration SUSPICIOUS = Duration.ofSeconds(6);

    /// Told about the addresses of this machine.
    interface Listener {
        /// @param woke whether everything that was open should be opened again even where the address is the same
        void networkIs(List<LocalAddress> addresses, boolean woke);
    }

    private final Supplier<List<LocalAddress>> addresses;
    private final LongSupplier nanoTime;
    private final InstantSource wallClock;
    private final Duration interval;
    private final Listener listener;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;

    NetworkWatch(
            String name,
            Supplier<List<LocalAddress>> addresses,
            LongSupplier nanoTime,
            InstantSource wallClock,
            Duration interval,
            Listener listener) {
        this.addresses = addresses;
        this.nanoTime = nanoTime;
        this.wallClock = wallClock;
        this.interval = interval;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        List<LocalAddress> known = addresses.get();
        long nanos = nanoTime.getAsLong();
        long millis = wallClock.millis();
        tell(known, false);
        while (pause()) {
            List<LocalAddress> seen = addresses.get();
            long nanosNow = nanoTime.getAsLong();
            long millisNow = wallClock.millis();
            boolean woke = slept(Duration.ofNanos(nanosNow - nanos), Duration.ofMillis(millisNow - millis));
            nanos = nanosNow;
            millis = millisNow;
            if (woke || !seen.equals(known)) {
                known = seen;
                tell(seen, woke);
            }
        }
    }

    /// The monotonic clock stands still in sleep on some systems and goes on in others: so a missed beat in either
    /// clock counts. Setting the wall clock looks the same and does no harm.
    static boolean slept(Duration monotonic, Duration wall) {
        return monotonic.compareTo(SUSPICIOUS) > 0 || wall.minus(monotonic).abs().compareTo(SUSPICIOUS) > 0;
    }

    private void tell(List<LocalAddress> seen, boolean woke) {
        if (!closed.get()) {
            listener.networkIs(seen, woke);
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(interval);
            return !closed.get();
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            thread.interrupt();
        }
    }
}
