package dev.parley.log;

import dev.parley.log.DraftQueue.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Stores drafts on the thread that delivers them: a message of a calm room then needs no change of threads, which costs
/// more than storing it. All drafts of one turn of that thread share one write.
///
/// It never waits for the writer's thread, and leaves to it whatever is not simple: many drafts, questions to the
/// database, every failure. After a write that took long it does so for a while, so that a slow disk holds up messages
/// only, and not the connections.
final class ShortCut {

    /// Drafts of one turn, and characters of their bodies: some tens of microseconds.
    static final int MOST_DRAFTS = 100;

    private static final int MOST_CHARS = 64 << 10;

    /// No disk that works takes as long; a processor that is shared rarely does.
    static final Duration SLOW = Duration.ofMillis(20);

    /// How long it stays closed after that.
    static final Duration REST = Duration.ofSeconds(10);

    private final MessageLog log;
    private final DraftQueue queue;
    private final Delivery delivery;
    private final ReentrantLock storing;
    private final Listener listener;
    private final LongSupplier nanos;
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile long openFrom;
    private volatile boolean broken;

    /// @param storing held by whoever takes drafts from the queue
    /// @param nanos monotonic
    ShortCut(
            MessageLog log,
            DraftQueue queue,
            Delivery delivery,
            ReentrantLock storing,
            Listener listener,
            LongSupplier nanos) {
        this.log = log;
        this.queue = queue;
        this.delivery = delivery;
        this.storing = storing;
        this.listener = listener;
        this.nanos = nanos;
        this.openFrom = nanos.getAsLong();
    }

    /// Stores what is in the queue in the next turn of the delivering thread. Any thread.
    ///
    /// @return false if that is for the writer's thread to do
    boolean take() {
        if (broken || nanos.getAsLong() - openFrom < 0) {
            return false;
        }
        if (!planned.compareAndSet(false, true) || delivery.hand(this::run)) {
            return true;
        }
        planned.set(false);
        return false;
    }

    private void run() {
        planned.set(false);
        if (!storing.tryLock()) {
            return; // the writer's thread is at work, and looks again before it rests
        }
        try {
            if (!broken) {
                store();
            }
        } catch (RuntimeException | Error e) {
            broken = true;
            listener.broken(e);
        } finally {
            storing.unlock();
        }
        if (!queue.isEmpty()) {
            queue.wake();
        }
    }

    private void store() {
        List<Waiting> batch = queue.peek(MOST_DRAFTS, MOST_CHARS);
        if (batch.isEmpty()) {
            return;
        }
        long start = nanos.getAsLong();
        Optional<List<Appended>> results =
                log.appendAtOnce(batch.stream().map(Waiting::draft).toList());
        long end = nanos.getAsLong();
        if (end - start > SLOW.toNanos()) {
            openFrom = end + REST.toNanos();
        }
        results.ifPresent(stored -> {
            queue.remove(batch.size());
            listener.stored();
            delivery.hand(batch, stored);
        });
    }

    /// Called while no drafts can be taken by others.
    interface Listener {

        /// A batch was written.
        void stored();

        /// Nobody knows what is stored and what is not: nothing more may be.
        void broken(Throwable cause);
    }
}
