package dev.parley.transport;

import java.time.Duration;
import java.util.function.LongSupplier;

/// When a client asks the host whether datagrams arrive: quickly at first and while an answer is missing, seldom once
/// the way is known to be good, and more seldom while datagrams come without being asked for. On the event loop.
public final class ProbePace {

    /// An answer that has not come after this is missing.
    private static final Duration FIRST = Duration.ofMillis(150);

    private static final Duration AGAIN = Duration.ofMillis(400);
    private static final Duration BLOCKED = Duration.ofSeconds(5);
    private static final long BLOCKED_AFTER = Duration.ofSeconds(10).toNanos();

    /// So long after the last datagram: three probes can still be lost before [#SILENT] says that the way is blocked.
    private static final long QUIET = Duration.ofMillis(3200).toNanos();

    /// So long after the last probe, whatever else comes: often enough that the host goes on trusting the way.
    private static final long BUSY = Duration.ofSeconds(6).toNanos();

    /// A way by which nothing came for so long is blocked.
    public static final Duration SILENT = Duration.ofMillis(4300);

    private static final int QUICK_PROBES = 4;

    private final LongSupplier silence;
    private final LongSupplier nanos;
    private long sent;
    private long answered;
    private long sentAt;
    private long unansweredAt;

    /// @param silence for how long nothing has arrived, in nanoseconds, see [SealedPath#silence]
    public ProbePace(LongSupplier silence, LongSupplier nanos) {
        this.silence = silence;
        this.nanos = nanos;
    }

    /// How long to wait before the next look at the way; zero or less: a probe is due now.
    public Duration pause() {
        if (sent == 0) {
            return Duration.ZERO;
        }
        if (unanswered()) {
            return retry().minusNanos(sinceSent());
        }
        return Duration.ofNanos(Math.min(QUIET - silence.getAsLong(), BUSY - sinceSent()));
    }

    private Duration retry() {
        if (!settled()) {
            return FIRST;
        }
        boolean blocked = silence.getAsLong() >= SILENT.toNanos() && unansweredFor() > BLOCKED_AFTER;
        return blocked ? BLOCKED : AGAIN;
    }

    /// Number of the probe that is sent now.
    public long next() {
        sentAt = nanos.getAsLong();
        if (!unanswered()) {
            unansweredAt = sentAt;
        }
        return ++sent;
    }

    /// The host has answered a probe.
    ///
    /// @return false if that says nothing new
    public boolean answered(long n) {
        if (n <= answered || n > sent) {
            return false;
        }
        answered = n;
        unansweredAt = nanos.getAsLong(); // from here on, if a newer one is on its way
        return true;
    }

    /// This machine slept meanwhile: the wait for an answer begins anew.
    public void slept() {
        unansweredAt = nanos.getAsLong();
    }

    /// How long ago the newest probe was sent, nanoseconds.
    public long sinceSent() {
        return nanos.getAsLong() - sentAt;
    }

    /// Number of the newest probe, 0 before the first.
    public long newest() {
        return sent;
    }

    /// True while the newest probe has no answer.
    public boolean unanswered() {
        return answered < sent;
    }

    /// For how long no answer has come although probes went out, nanoseconds.
    public long unansweredFor() {
        return unanswered() ? nanos.getAsLong() - unansweredAt : 0;
    }

    /// False as long as probes go out quickly because none has been answered yet.
    public boolean settled() {
        return answered > 0 || sent >= QUICK_PROBES;
    }
}
