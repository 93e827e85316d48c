package dev.parley.app.ui.start;

import dev.parley.app.ui.bridge.Later;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Time that goes on when a test says so.
public final class HandDriven implements Later {

    private record Task(Duration at, Runnable work) {}

    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public Runnable in(Duration wait, Runnable work) {
        Task task = new Task(now.plus(wait), work);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    /// Lets that much time go by, and runs what comes up in it, in order.
    public void pass(Duration time) {
        Duration end = now.plus(time);
        while (true) {
            List<Task> due = tasks.stream().filter(t -> t.at().compareTo(end) <= 0)
                    .sorted(Comparator.comparing(Task::at)).toList();
            if (due.isEmpty()) {
                now = end;
                return;
            }
            now = due.getFirst().at();
            tasks.remove(due.getFirst());
            due.getFirst().work().run();
        }
    }
}
