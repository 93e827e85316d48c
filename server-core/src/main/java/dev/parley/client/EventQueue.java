package dev.parley.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The events between the network and the reader. It does not refuse events; when it is [#full] the network side stops
/// reading, and goes on when the reader has made room.
final class EventQueue {

    private static final int HIGH = 4096;
    private static final int LOW = 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final ArrayDeque<ClientEvent> events = new ArrayDeque<>();
    private final Runnable roomAgain;
    private @Nullable ClientEvent last;
    private boolean full;

    /// @param roomAgain called on the reader's thread after the queue was full
    EventQueue(Runnable roomAgain) {
        this.roomAgain = roomAgain;
    }

    void add(ClientEvent event) {
        lock.lock();
        try {
            if (last == null) {
                events.add(event);
                if (event instanceof ClientEvent.Ended) {
                    last = event;
                }
                full |= events.size() >= HIGH;
                added.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean full() {
        lock.lock();
        try {
            return full;
        } finally {
            lock.unlock();
        }
    }

    Optional<ClientEvent> poll(Duration atMost) throws InterruptedException {
        long left = Math.min(atMost.toMillis(), TimeUnit.DAYS.toMillis(1000)) * 1_000_000;
        boolean resume = false;
        ClientEvent next;
        lock.lockInterruptibly();
        try {
            while (events.isEmpty() && last == null) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = added.awaitNanos(left);
            }
            next = events.isEmpty() ? last : events.poll();
            if (full && events.size() <= LOW) {
                full = false;
                resume = true;
            }
        } finally {
            lock.unlock();
        }
        if (resume) {
            roomAgain.run();
        }
        return Optional.ofNullable(next);
    }
}
