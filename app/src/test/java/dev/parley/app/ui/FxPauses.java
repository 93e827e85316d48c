package dev.parley.app.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Watches the FX thread: for how long it was at most busy with one thing, so that a click would have had to wait. What
/// counts is the time it computed, or was blocked or waiting, during a pause: on a machine that is busy with other things
/// it may simply not get its turn, which is not its fault. Nor does it count that the headless platform of the tests copies
/// the pixels of its windows one by one, in up to 0.7 s; where there is a display, the system shows them.
public final class FxPauses implements AutoCloseable {

    /// The longest pause that a person is to bear.
    public static final long ALLOWED_MILLIS = 300;

    private static final long EVERY_MILLIS = 5;
    private static final String HEADLESS_VIEW = "com.sun.glass.ui.headless.HeadlessView";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Thread fx;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fx-pauses").factory());
    private final AtomicLong longest = new AtomicLong();
    private final AtomicReference<@Nullable Knock> waiting = new AtomicReference<>();

    private FxPauses(Thread fx) {
        this.fx = fx;
    }

    public static FxPauses watch() {
        THREADS.setThreadContentionMonitoringEnabled(true);
        FxPauses pauses = new FxPauses(Stages.onFx(Thread::currentThread));
        pauses.clock.scheduleAtFixedRate(pauses::tick, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return pauses;
    }

    private void tick() {
        Knock before = waiting.get();
        if (before == null) {
            Knock knock = new Knock();
            waiting.set(knock);
            Platform.runLater(knock::answered);
        } else {
            before.look();
        }
    }

    /// In milliseconds, since the start.
    public long longest() {
        return TimeUnit.NANOSECONDS.toMillis(longest.get());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /// A request to the FX thread, like that of a click, until it is answered.
    private final class Knock {

        private final long asked = System.nanoTime();
        private final long begin = spent();
        private long seen = begin; // thread of the clock
        private volatile long copying;

        /// What the FX thread has done or waited until now.
        private long spent() {
            @Nullable ThreadInfo info = THREADS.getThreadInfo(fx.threadId());
            long stood = info == null ? 0 : Math.max(0, info.getBlockedTime());
            return THREADS.getThreadCpuTime(fx.threadId()) + TimeUnit.MILLISECONDS.toNanos(stood);
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
        void look() {
            long now = spent();
            if (Stream.of(fx.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(HEADLESS_VIEW))) {
                copying += now - seen;
            }
            seen = now;
        }

        void answered() {
            long wall = System.nanoTime() - asked;
            longest.accumulateAndGet(Math.min(wall, spent() - begin - copying), Math::max);
            waiting.set(null);
        }
    }
}
