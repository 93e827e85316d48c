package dev.parley.app.cli;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Makes the room that Java keeps for what is new small again once many have come. Java makes it smaller only when it
/// collects it, by up to two fifths each time, and only if that takes less than a hundredth of the time: a host in which
/// nothing happens any more would keep all of it for minutes. So it is filled and collected some times, a second apart.
/// Each time costs the host 1 to 3 milliseconds.
final class YoungGeneration {

    private static final int TIMES = 8;
    private static final long APART_MILLIS = 1000;
    private static final int PIECE_BYTES = 64 << 10;

    /// More than the launcher allows for what is new. Another collector may never collect for so little; then so be it.
    private static final int PIECES = 32 << 20 >> 16;

    private final LongSupplier free;

    /// The last piece, so that the compiler does not leave it out.
    private final byte[][] filling = new byte[1][];

    /// @param free bytes of the heap that nothing occupies
    YoungGeneration(LongSupplier free) {
        this.free = free;
    }

    /// Fills and collects it some times, on a thread of the timer. Closing the timer ends it.
    void shrink(ScheduledExecutorService timer) {
        for (int i = 1; i <= TIMES; i++) {
            timer.schedule(this::collect, i * APART_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// Fills it until Java collects it: then more is free than before.
    ///
    /// @return whether it was collected
    boolean collect() {
        long before = free.getAsLong();
        for (int i = 0; i < PIECES; i++) {
            filling[0] = new byte[PIECE_BYTES];
            long now = free.getAsLong();
            if (now > before) {
                return true;
            }
            before = now;
        }
        return false;
    }
}
