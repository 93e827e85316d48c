package dev.parley.client;

import dev.parley.client.ClientEvent.Way;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Request;
import dev.parley.transport.Records;
import dev.parley.transport.SealedPath;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/// Judges the two directions of the datagram way, each on its own, by probes that go on for ever: datagrams that arrive
/// show that the way from the host is good; an answered probe, or the host's word over TLS that one arrived, shows the
/// way to it. On the event loop.
final class PathJudge implements AutoCloseable {

    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration FIRST = Duration.ofMillis(150);
    private static final Duration AGAIN = Duration.ofMillis(400);
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final long GIVE_UP_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long DEAD_NANOS = Duration.ofMillis(4500).toNanos();
    private static final int QUICK_PROBES = 4;

    /// What the judge tells.
    interface Owner {
        /// The way from the host has changed; the host must know.
        void wayChanged(Way now, String why);

        /// Sends over TLS.
        void send(Request request);

        void schedule(Runnable task, Duration delay);
    }

    private final SealedPath path;
    private final Owner owner;
    private final LongSupplier nanos;
    private long probe;
    private long answered;
    private long heardByHost;
    private long probeSentAt;
    private long upAt;
    private long blockedSince;
    private double roundTripNanos = Duration.ofMillis(20).toNanos();
    private boolean up;
    private boolean down;
    private boolean saidBlocked;
    private boolean closed;

    PathJudge(SealedPath path, Owner owner, LongSupplier nanos) {
        this.path = path;
        this.owner = owner;
        this.nanos = nanos;
        this.blockedSince = nanos.getAsLong();
        tick();
    }

    /// True if datagrams reach the host.
    boolean up() {
        return up;
    }

    Way way() {
        return down ? Way.UDP : Way.TCP;
    }

    /// How long to wait for an echo before using TLS: a few round trips, and time for the host to store.
    Duration patience() {
        long nanosToWait = (long) (3 * roundTripNanos) + Duration.ofMillis(50).toNanos();
        return Duration.ofNanos(Math.min(nanosToWait, Duration.ofMillis(400).toNanos()));
    }

    private void tick() {
        if (closed) {
            return;
        }
        long now = nanos.getAsLong();
        if (!path.heardWithin(DEAD_NANOS)) {
            if (down) {
                down = false;
                saidBlocked = true;
                blockedSince = now;
                owner.send(new Request.Path(false));
                owner.wayChanged(Way.TCP, "no datagrams arrive any more");
            } else if (!saidBlocked && now - blockedSince > DEAD_NANOS) {
                saidBlocked = true;
                owner.wayChanged(Way.TCP, "datagrams do not get through");
            }
        }
        boolean unanswered = answered < probe;
        if (unanswered && probe > QUICK_PROBES) {
            owner.send(new Request.Ping(probe)); // did they arrive? the answer comes over TLS
        }
        if (up && now - upAt > DEAD_NANOS) {
            up = false;
        }
        probe++;
        probeSentAt = now;
        path.send(Records.pack(List.of(Codec.encode(new Request.Probe(probe), null))));
        path.flush();
        owner.schedule(this::tick, pace(unanswered, now));
    }

    /// Quick at first and while it is open whether the way is good; a way that stays blocked is tried now and then.
    private Duration pace(boolean unanswered, long now) {
        if (probe <= QUICK_PROBES) {
            return FIRST;
        }
        if (!unanswered) {
            return CALM;
        }
        return !down && now - blockedSince > GIVE_UP_NANOS ? SLOW : AGAIN;
    }

    /// A probe was answered by datagram.
    void echoed(long n) {
        if (n <= answered || n > probe) {
            return;
        }
        answered = n;
        if (n == probe) {
            roundTripNanos = 0.75 * roundTripNanos + 0.25 * (nanos.getAsLong() - probeSentAt);
        }
        reached();
        if (!down) {
            down = true;
            owner.send(new Request.Path(true));
            owner.wayChanged(Way.UDP, saidBlocked ? "datagrams arrive again" : "datagrams arrive");
            saidBlocked = false;
        }
    }

    /// The host says, over TLS, which probe reached it last.
    void heardByHost(long n) {
        if (n > heardByHost) {
            heardByHost = n;
            reached();
        }
    }

    private void reached() {
        up = true;
        upAt = nanos.getAsLong();
    }

    @Override
    public void close() {
        closed = true;
    }
}
