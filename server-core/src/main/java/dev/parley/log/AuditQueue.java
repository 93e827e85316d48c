package dev.parley.log;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;

/// Audit events that wait to be stored. When thousands wait, new ones are counted and dropped: the audit must never
/// cost the host its memory or a room its speed. Any thread.
final class AuditQueue {

    static final int WAITING = 4_000;
    private static final int BATCH = 500;

    private final Clock clock;
    private final ArrayDeque<AuditEvent> events = new ArrayDeque<>();
    private long dropped;

    AuditQueue(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(AuditEvent event) {
        if (events.size() >= WAITING) {
            dropped++;
        } else {
            events.add(event);
        }
    }

    /// The oldest events; stay until [#stored] says that they are safe.
    synchronized List<AuditEvent> peek() {
        if (dropped > 0 && events.size() < WAITING) {
            String detail = dropped + " events came too fast and were not kept";
            dropped = 0;
            events.add(AuditEvent.ofHost(clock.instant(), AuditType.ERROR, detail));
        }
        return events.stream().limit(BATCH).toList();
    }

    synchronized void stored(int count) {
        for (int i = 0; i < count; i++) {
            events.remove();
        }
    }
}
