package dev.parley.app.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Lines that come in on one thread and that others wait for.
final class Collected {

    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    /// Reads until the stream ends.
    void readAll(InputStream from) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            // the process was killed
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }

    synchronized int count(Predicate<String> wanted) {
        return (int) lines.stream().filter(wanted).count();
    }

    /// Waits until that many lines, old ones included, are wanted.
    ///
    /// @return the last of them, or empty if the time is up or the stream has ended before
    synchronized Optional<String> await(Predicate<String> wanted, int count, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        int next = 0;
        int found = 0;
        while (true) {
            while (next < lines.size()) {
                String line = lines.get(next++);
                if (wanted.test(line) && ++found == count) {
                    return Optional.of(line);
                }
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (ended || left <= 0) {
                return Optional.empty();
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
