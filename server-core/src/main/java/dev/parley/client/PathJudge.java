package dev.parley.client;

import dev.parley.client.ClientEvent.Way;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Request;
import dev.parley.transport.ProbePace;
import dev.parley.transport.Records;
import dev.parley.transport.SealedPath;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/// Judges the two directions of the datagram way, each on its own, by probes that go on for ever: datagrams that arrive
/// show that the way from the host is good; an answered probe, or the host's word over TLS that one arrived, shows the
/// way to it. On the event loop.
final class PathJudge implements AutoCloseable {

    /// No echo and no word of the host for so long, while probes go out: the way to it is not good.
    private static final long UNHEARD_NANOS = Duration.ofSeconds(1).toNanos();

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
    private final ProbePace pace;
    private long heardByHost;
    private long upAt;
    private double roundTripNanos = Duration.ofMillis(20).toNanos();
    private boolean up;
    private boolean down;
    private boolean saidBlocked;
    private boolean closed;
    private long planned;
    private long due;

    PathJudge(SealedPath path, Owner owner, LongSupplier nanos) {
        this.path = path;
        this.owner = owner;
        this.nanos = nanos;
        this.pace = new ProbePace(path::silence, nanos);
        look();
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

    private void look() {
        if (closed) {
            return;
        }
        if (planned > 0 && nanos.getAsLong() - due > UNHEARD_NANOS) {
            pace.slept();
        }
        judgeWayFromHost();
        if (up && Math.min(pace.unansweredFor(), nanos.getAsLong() - upAt) > UNHEARD_NANOS) {
            up = false;
        }
        if (!pace.pause().isPositive()) {
            probe();
        }
        plan();
    }

    /// The next look; one that was planned before it is void.
    private void plan() {
        long now = ++planned;
        Duration pause = pace.pause();
        due = nanos.getAsLong() + pause.toNanos();
        owner.schedule(() -> {
            if (now == planned) {
                look();
            }
        }, pause);
    }

    /// Silence alone proves nothing, if this machine slept: probes must have gone without an answer too.
    private void judgeWayFromHost() {
        long silent = ProbePace.SILENT.toNanos();
        if (down && path.silence() >= silent && pace.unansweredFor() > UNHEARD_NANOS) {
            down = false;
            saidBlocked = true;
            owner.send(new Request.Path(false));
            owner.wayChanged(Way.TCP, "no datagrams arrive any more");
        } else if (!down && !saidBlocked && pace.unansweredFor() >= silent) {
            saidBlocked = true;
            owner.wayChanged(Way.TCP, "datagrams do not get through");
        }
    }

    /// A message that went by datagram brought no echo: asks at once, if no answer is missing anyway.
    void doubt() {
        if (!closed && !pace.unanswered()) {
            probe();
            plan();
        }
    }

    private void probe() {
        if (pace.unanswered() && pace.settled()) {
            owner.send(new Request.Ping(pace.newest())); // did they arrive? the answer comes over TLS
        }
        path.send(Records.pack(List.of(Codec.encode(new Request.Probe(pace.next()), null))));
        path.flush();
    }

    /// A probe was answered by datagram.
    void echoed(long n) {
        if (closed || !pace.answered(n)) {
            return;
        }
        heardByHost = Math.max(heardByHost, n); // its word about this one says nothing new
        if (!pace.unanswered()) {
            roundTripNanos = 0.75 * roundTripNanos + 0.25 * pace.sinceSent();
        }
        reached();
        if (!down) {
            down = true;
            owner.send(new Request.Path(true));
            owner.wayChanged(Way.UDP, saidBlocked ? "datagrams arrive again" : "datagrams arrive");
            saidBlocked = false;
        }
        if (!pace.unanswered()) {
            plan(); // in good time before the next silence
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
