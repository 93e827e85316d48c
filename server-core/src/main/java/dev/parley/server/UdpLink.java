package dev.parley.server;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.transport.Records;
import dev.parley.transport.SealedPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The sealed datagrams of one session, the host's end. The way to the client is used only while the client says that
/// datagrams arrive and authentic ones come from it.
final class UdpLink implements AutoCloseable {

    /// The client probes at least every 6 seconds, see [dev.parley.transport.ProbePace], and at once again if that is lost.
    private static final long TRUST_NANOS = Duration.ofSeconds(15).toNanos();

    private final Datagrams datagrams;
    private final SealedPath path;
    private final int index;
    private boolean wanted;
    private long heardProbe;

    UdpLink(Datagrams datagrams, SealedPath path, int index) {
        this.datagrams = datagrams;
        this.path = path;
        this.index = index;
    }

    /// Receiver index, unsigned.
    long index() {
        return Integer.toUnsignedLong(index);
    }

    SealedPath path() {
        return path;
    }

    /// The client's judgement of the way to it.
    void wanted(boolean udp) {
        wanted = udp;
    }

    boolean usable() {
        return wanted && path.silence() < TRUST_NANOS;
    }

    /// Number of the newest probe that arrived.
    long heardProbe() {
        return heardProbe;
    }

    /// Answers a probe on the way it came, with the newest numbers of the client's rooms, as many as fit.
    void probed(Request.Probe probe, Iterable<Seat> seats) {
        heardProbe = Math.max(heardProbe, probe.n());
        List<byte[]> answer = new ArrayList<>();
        byte[] echo = Codec.encode(new Reply.ProbeEcho(probe.n()), null);
        answer.add(echo);
        int size = Records.size(echo);
        for (Seat seat : seats) {
            byte[] head = seat.encodedHead();
            size += Records.size(head);
            if (size > Records.CAPACITY) {
                break;
            }
            answer.add(head);
        }
        path.send(Records.pack(answer));
        path.flush();
    }

    @Override
    public void close() {
        datagrams.remove(index);
        path.close();
    }
}
