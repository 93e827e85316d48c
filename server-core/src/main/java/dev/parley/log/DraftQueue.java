package dev.parley.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What waits to be stored. Bounded in number and in characters, so that a flood is refused instead of filling the
/// memory. Any thread offers; whoever stores takes, one at a time.
final class DraftQueue {

    /// Drafts in one batch, and characters of their bodies: the size of one transaction.
    static final int BATCH_DRAFTS = 1_000;

    private static final int BATCH_CHARS = 1 << 20;

    /// Drafts that may wait, and characters of their bodies.
    static final int WAITING_DRAFTS = 20_000;

    private static final int WAITING_CHARS = 8 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final ArrayDeque<Waiting> drafts = new ArrayDeque<>();
    private long chars;
    private boolean woken;
    private boolean closed;
    private Optional<String> failure = Optional.empty();

    /// Takes the draft, or says why not. Nobody is woken.
    Optional<Refused> offer(Waiting waiting) {
        int length = waiting.draft().body().length();
        lock.lock();
        try {
            if (closed) {
                return Optional.of(new Refused(Refused.Reason.CLOSED, "The host is closing the room."));
            }
            if (failure.isPresent()) {
                return Optional.of(new Refused(Refused.Reason.READ_ONLY, failure.get()));
            }
            if (drafts.size() >= WAITING_DRAFTS || chars + length > WAITING_CHARS) {
                return Optional.of(new Refused(Refused.Reason.BUSY, "The host is too busy; send it again later."));
            }
            drafts.add(waiting);
            chars += length;
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Lets [#await] return.
    void wake() {
        lock.lock();
        try {
            woken = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Returns after [#wake], after the time, or when drafts wait or the queue is closed.
    void await(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (drafts.isEmpty() && !woken && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            woken = false;
        } catch (InterruptedException e) {
            // nobody interrupts the writer; if somebody does, it goes on
        } finally {
            lock.unlock();
        }
    }

    /// The next batch, empty if nothing waits.
    List<Waiting> take() {
        List<Waiting> batch = peek(BATCH_DRAFTS, BATCH_CHARS);
        remove(batch.size());
        return batch;
    }

    /// The oldest drafts, which stay here until [#remove].
    ///
    /// @param maxDrafts and no more
    /// @param maxChars of their bodies; the one that reaches it is the last
    List<Waiting> peek(int maxDrafts, int maxChars) {
        lock.lock();
        try {
            List<Waiting> oldest = new ArrayList<>(Math.min(maxDrafts, drafts.size()));
            int size = 0;
            for (Waiting waiting : drafts) {
                if (oldest.size() >= maxDrafts || size >= maxChars) {
                    break;
                }
                oldest.add(waiting);
                size += waiting.draft().body().length();
            }
            return oldest;
        } finally {
            lock.unlock();
        }
    }

    /// Takes the oldest drafts away; who stored them tells their senders.
    void remove(int count) {
        lock.lock();
        try {
            for (int i = 0; i < count; i++) {
                chars -= drafts.remove().draft().body().length();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return drafts.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// Refuses everything from now on.
    ///
    /// @return what was waiting
    List<Waiting> fail(String reason) {
        lock.lock();
        try {
            failure = Optional.of(reason);
            List<Waiting> refused = List.copyOf(drafts);
            drafts.clear();
            chars = 0;
            return refused;
        } finally {
            lock.unlock();
        }
    }

    /// Takes drafts again.
    void recover() {
        lock.lock();
        try {
            failure = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Refuses new drafts; those that wait can still be taken.
    void close() {
        lock.lock();
        try {
            closed = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /// True when closed and empty.
    boolean isDrained() {
        lock.lock();
        try {
            return closed && drafts.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// A draft and who waits for it.
    record Waiting(Draft draft, LogWriter.Callback callback) {}
}
