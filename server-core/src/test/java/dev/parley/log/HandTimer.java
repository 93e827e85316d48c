package dev.parley.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A timer whose time the test turns; work runs on the test's thread.
final class HandTimer implements Timer {

    private record Due(Duration at, Runnable work) {}

    private final List<Due> waiting = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public synchronized void after(Duration delay, Runnable work) {
        waiting.add(new Due(now.plus(delay), work));
    }

    /// Runs what is due until then, including what that adds.
    void turn(Duration by) {
        List<Due> due = advance(by);
        while (!due.isEmpty()) {
            due.forEach(each -> each.work().run());
            due = advance(Duration.ZERO);
        }
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized List<Due> advance(Duration by) {
        now = now.plus(by);
        List<Due> due = waiting.stream().filter(each -> each.at().compareTo(now) <= 0).toList();
        waiting.removeAll(due);
        return due;
    }

    @Override
    public synchronized void close() {
        waiting.clear();
    }
}
