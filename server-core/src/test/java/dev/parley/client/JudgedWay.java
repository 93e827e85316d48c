package dev.parley.client;

import dev.parley.client.ClientEvent.Way;
import dev.parley.crypto.DatagramKeys;
import dev.parley.crypto.DatagramOpener;
import dev.parley.crypto.DatagramSealer;
import dev.parley.crypto.Direction;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.transport.DatagramPort;
import dev.parley.transport.EventLoop;
import dev.parley.transport.Records;
import dev.parley.transport.SealedPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A judge on a real socket, under a clock that is moved by hand. The host at the other end answers probes at once, and
/// pings over TLS always, as far as each direction is open; at first neither is. The thread of the test is the event loop.
final class JudgedWay implements PathJudge.Owner, AutoCloseable {

    /// What the judge said, and when, counted from the beginning.
    record Change(Duration at, Way now, String why) {}

    private record Planned(Duration at, Runnable look) {}

    private static final Duration BEGINNING = Duration.ofHours(-3); // the clock may begin anywhere
    private static final int PATIENCE_MILLIS = 10_000;
    private static final long INDEX = 7420;
    private static final byte[] END = {0};

    private Duration now = BEGINNING;
    private final EventLoop loop = EventLoop.start("parley-judged");
    private final DatagramSocket host;
    private final InetSocketAddress address;
    private final DatagramPort port;
    private final DatagramKeys toHost = keys(1);
    private final DatagramKeys fromHost = keys(2);
    private final DatagramSealer sealer = new DatagramSealer(fromHost, INDEX, this::nanos);
    private final DatagramOpener opener = new DatagramOpener(toHost, INDEX);
    private final Set<Direction> open = EnumSet.noneOf(Direction.class);
    private final List<Planned> planned = new ArrayList<>();
    private final List<Request> overTls = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Long> probes = new ArrayList<>();
    private final SealedPath path;
    private final PathJudge judge;
    private Duration lastCame = BEGINNING;
    private int pingsAnswered;
    private long heard;

    JudgedWay() {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            host = new DatagramSocket(0, loopback);
            host.setSoTimeout(PATIENCE_MILLIS);
            address = new InetSocketAddress(loopback, host.getLocalPort());
            port = DatagramPort.bind(loop, new InetSocketAddress(loopback, 0), (_, _) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        path = new SealedPath(port, new DatagramSealer(toHost, INDEX, this::nanos), new DatagramOpener(fromHost, INDEX),
                Optional.of(address), this::nanos);
        judge = new PathJudge(path, this, this::nanos);
        settle();
    }

    private static DatagramKeys keys(int seed) {
        byte[] secret = new byte[DatagramKeys.BYTES];
        Arrays.fill(secret, (byte) seed);
        return DatagramKeys.of(secret);
    }

    private long nanos() {
        return now.toNanos();
    }

    PathJudge judge() {
        return judge;
    }

    void open(Direction... directions) {
        open.addAll(List.of(directions));
    }

    void block(Direction... directions) {
        open.removeAll(List.of(directions));
    }

    /// Everything that went over TLS.
    List<Request> overTls() {
        return overTls;
    }

    /// What the host was told about the way from it.
    List<Boolean> toldToHost() {
        return overTls.stream().filter(Request.Path.class::isInstance).map(r -> ((Request.Path) r).udp()).toList();
    }

    List<Change> changes() {
        return changes;
    }

    /// The numbers of the probes that were sent, arrived or not.
    List<Long> probes() {
        return probes;
    }

    /// How many looks are to come, void ones among them.
    int planned() {
        return planned.size();
    }

    /// Since the beginning.
    Duration time() {
        return now.minus(BEGINNING);
    }

    /// When the last datagram came from the host.
    Duration lastCame() {
        return lastCame.minus(BEGINNING);
    }

    /// Time passes, and what is planned happens when it is due.
    void pass(Duration time) {
        Duration end = now.plus(time);
        for (Optional<Planned> next = due(end); next.isPresent(); next = due(end)) {
            Planned one = next.get();
            planned.remove(one);
            now = one.at.compareTo(now) > 0 ? one.at : now;
            one.look.run();
            settle();
        }
        now = end;
    }

    private Optional<Planned> due(Duration end) {
        return planned.stream().filter(p -> p.at.compareTo(end) <= 0).min(Comparator.comparing(Planned::at));
    }

    /// The same while the host says something every 100 ms, for which it needs no probe.
    void passWhileTheHostTalks(Duration time) {
        for (Duration end = now.plus(time); now.compareTo(end) < 0; ) {
            pass(Duration.ofMillis(100));
            fromHost(new Reply.Head(new RoomName("Crew"), 1));
        }
    }

    /// The clock jumps, and what was planned in the meantime is late.
    void sleep(Duration time) {
        now = now.plus(time);
        pass(Duration.ZERO);
    }

    void doubt() {
        judge.doubt();
        settle();
    }

    /// The answer to a probe arrives, whatever is blocked.
    void echo(long n) {
        fromHost(new Reply.ProbeEcho(n));
    }

    private void fromHost(Reply reply) {
        ByteBuffer datagram = ByteBuffer.allocate(Records.CAPACITY);
        sealer.seal(ByteBuffer.wrap(Records.pack(List.of(Codec.encode(reply, null)))), datagram);
        lastCame = now;
        path.receive(datagram.flip(), address, json -> {
            if (Codec.decodeReply(json).message() instanceof Reply.ProbeEcho(long n)) {
                judge.echoed(n);
            }
        });
    }

    /// The host does its part: answers the pings, which overtake the probe beside them, then the probes.
    private void settle() {
        List<Request> pings = overTls.stream().filter(Request.Ping.class::isInstance).toList();
        for (; pingsAnswered < pings.size(); pingsAnswered++) {
            judge.heardByHost(heard);
        }
        Collection<Long> sent = arrived();
        probes.addAll(sent);
        if (open.contains(Direction.CLIENT_TO_HOST)) {
            for (long n : sent) {
                heard = n;
                if (open.contains(Direction.HOST_TO_CLIENT)) {
                    echo(n);
                }
            }
        }
    }

    /// What the socket of the host holds: all that was sent before the mark that is sent now.
    private Collection<Long> arrived() {
        port.send(address, out -> out.put(END).position());
        port.flush();
        List<Long> numbers = new ArrayList<>();
        for (ByteBuffer datagram = receive(); datagram.remaining() > END.length; datagram = receive()) {
            ByteBuffer plain = ByteBuffer.allocate(Records.CAPACITY);
            if (opener.open(datagram, plain) < 0) {
                throw new AssertionError("a datagram that the host cannot open");
            }
            Records.unpack(plain.flip(), json -> numbers.add(((Request.Probe) Codec.decodeRequest(json).message()).n()));
        }
        return numbers;
    }

    private ByteBuffer receive() {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
            host.receive(packet);
            return ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void wayChanged(Way to, String why) {
        changes.add(new Change(time(), to, why));
    }

    @Override
    public void send(Request request) {
        overTls.add(request);
    }

    @Override
    public void schedule(Runnable task, Duration delay) {
        planned.add(new Planned(now.plus(delay), task));
    }

    @Override
    public void close() {
        judge.close();
        path.close();
        sealer.close();
        opener.close();
        toHost.close();
        fromHost.close();
        port.close();
        host.close();
        loop.close();
    }
}
