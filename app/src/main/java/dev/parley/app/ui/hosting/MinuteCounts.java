package dev.parley.app.ui.hosting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How many messages came in each of the last minutes. One thread.
final class MinuteCounts {

    /// So many minutes are kept, the present one included.
    static final int MINUTES = 30;

    private final int[] counts = new int[MINUTES];
    private long newest = Long.MIN_VALUE;

    void add(Instant when, int count) {
        long minute = minute(when);
        if (newest == Long.MIN_VALUE) {
            newest = minute;
        }
        advanceTo(minute);
        // a clock that was set back counts for the newest minute
        counts[index(Math.max(minute, newest))] += count;
    }

    /// The oldest minute first, the present one last.
    List<Integer> series(Instant now) {
        if (newest != Long.MIN_VALUE) {
            advanceTo(minute(now));
        }
        List<Integer> series = new ArrayList<>(MINUTES);
        for (int i = MINUTES - 1; i >= 0; i--) {
            series.add(newest == Long.MIN_VALUE ? 0 : counts[index(newest - i)]);
        }
        return List.copyOf(series);
    }

    private void advanceTo(long minute) {
        long steps = Math.min(minute - newest, MINUTES);
        for (long i = 0; i < steps; i++) {
            counts[index(minute - i)] = 0;
        }
        newest = Math.max(newest, minute);
    }

    private static long minute(Instant when) {
        return Math.floorDiv(when.getEpochSecond(), Duration.ofMinutes(1).toSeconds());
    }

    private static int index(long minute) {
        return Math.floorMod(minute, MINUTES);
    }
}
