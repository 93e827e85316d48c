package dev.parley.bench;

import java.util.HashSet;
import java.util.Set;

/// What one member of a room has got from each sender, and what is wrong with it. On the event loop.
final class Tally {

    private final Sums sums;
    private final int[] last;
    private final Set<Long> holes = new HashSet<>(0);

    Tally(Sums sums, int senders) {
        this.sums = sums;
        this.last = new int[senders];
    }

    /// What all members of a load test share.
    static final class Sums {
        private long deliveries;
        private long duplicated;
        private long misordered;
        private long measuredSince = Long.MAX_VALUE;
        private Histogram latency = new Histogram();

        /// Latency counts for what is sent from now on.
        void measureFrom(long nanos) {
            measuredSince = nanos;
            latency = new Histogram();
        }

        /// Messages that members have got, each once.
        long deliveries() {
            return deliveries;
        }

        long duplicated() {
            return duplicated;
        }

        long misordered() {
            return misordered;
        }

        Histogram latency() {
            return latency;
        }
    }

    void got(int sender, int number, long sentAt, long now) {
        if (sender < 0 || sender >= last.length || number < 1) {
            return; // of another load test
        }
        if (number > last[sender]) {
            for (int missing = last[sender] + 1; missing < number; missing++) {
                holes.add(key(sender, missing));
            }
            last[sender] = number;
        } else if (holes.remove(key(sender, number))) {
            sums.misordered++;
        } else {
            sums.duplicated++;
            return;
        }
        sums.deliveries++;
        if (sentAt >= sums.measuredSince) {
            sums.latency.add(now - sentAt);
        }
    }

    /// How many of the messages that were sent are not here.
    ///
    /// @param sent by each sender
    long missing(int[] sent) {
        long missing = holes.size();
        for (int i = 0; i < last.length; i++) {
            missing += Math.max(0, sent[i] - last[i]);
        }
        return missing;
    }

    private static long key(int sender, int number) {
        return (long) sender << Integer.SIZE | number;
    }
}
