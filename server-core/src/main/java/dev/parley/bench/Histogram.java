package dev.parley.bench;

import java.util.ArrayList;
import java.util.List;

/// Times in steps of about 3 %: 32 steps for each power of two of nanoseconds. One thread writes.
public final class Histogram {

    private static final int STEP_BITS = 5;
    private static final int STEPS = 1 << STEP_BITS;

    private final long[] counts = new long[STEPS * Long.SIZE];
    private long total;
    private long max;

    /// How many times lie below an edge, and above the edge before it.
    public record Bar(long upToMicros, long count) {}

    void add(long nanos) {
        long value = Math.max(0, nanos);
        counts[bucket(value)]++;
        total++;
        max = Math.max(max, value);
    }

    public long total() {
        return total;
    }

    public long maxMicros() {
        return max / 1_000;
    }

    /// @param share 0.5 for the median
    public long micros(double share) {
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return Math.min(middle(i), max) / 1_000;
            }
        }
        return 0;
    }

    /// A coarse picture: edges double, from 128 µs or less; no empty bars at the ends.
    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        int bucket = 0;
        for (long edge = 128; bucket < counts.length && bars.stream().mapToLong(Bar::count).sum() < total; edge *= 2) {
            long count = 0;
            for (; bucket < counts.length && middle(bucket) < edge * 1_000; bucket++) {
                count += counts[bucket];
            }
            if (count > 0 || !bars.isEmpty()) {
                bars.add(new Bar(edge, count));
            }
        }
        return bars;
    }

    private static int bucket(long value) {
        if (value < STEPS) {
            return (int) value;
        }
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
        return (power - STEP_BITS + 1) * STEPS + (int) (value >>> (power - STEP_BITS) & (STEPS - 1));
    }

    private static long middle(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        int shift = bucket / STEPS - 1;
        return ((STEPS + (long) (bucket % STEPS)) << shift) + (1L << shift) / 2;
    }
}
