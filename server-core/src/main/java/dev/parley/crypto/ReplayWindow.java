package dev.parley.crypto;

/// Remembers which of the newest 2048 counters were seen, so that each datagram is accepted once in whatever order they
/// come. A ring of bits with one spare word, which is cleared as the window moves over it (RFC 6479): moving costs the
/// same however much was skipped. One thread at a time.
final class ReplayWindow {

    /// Counters that may be missing or out of order behind the highest, itself included.
    static final int SIZE = 2048;

    private static final int WORDS = SIZE / Long.SIZE + 1;

    private final long[] seen = new long[WORDS];
    private long highest = -1;

    /// Whether this counter is neither seen nor too old. Changes nothing.
    ///
    /// @param counter not negative
    boolean isFresh(long counter) {
        if (counter > highest) {
            return true;
        }
        return highest - counter < SIZE && (seen[slot(counter)] & bit(counter)) == 0;
    }

    /// Remembers a counter that [#isFresh]; only once the datagram proved authentic.
    void mark(long counter) {
        if (counter > highest) {
            long last = counter / Long.SIZE;
            long from = Math.max(highest < 0 ? 0 : highest / Long.SIZE + 1, last - WORDS + 1);
            for (long word = from; word <= last; word++) {
                seen[(int) (word % WORDS)] = 0;
            }
            highest = counter;
        }
        seen[slot(counter)] |= bit(counter);
    }

    private static int slot(long counter) {
        return (int) (counter / Long.SIZE % WORDS);
    }

    private static long bit(long counter) {
        return 1L << counter; // the shift counts modulo 64
    }
}
