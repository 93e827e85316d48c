package dev.parley.endtoend;

import dev.parley.crypto.Direction;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Stands between members and a host on one port number: TCP passes unchanged (and can be cut), UDP suffers the given
/// impairment, in both directions or in one, decided by a seeded random.
final class ImpairmentProxy implements AutoCloseable {

    private final InetSocketAddress target;
    private final ServerSocket tcp;
    private final DatagramChannel udp;
    private final Random random;
    private final Map<InetSocketAddress, DatagramChannel> flows = new ConcurrentHashMap<>();
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService later = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("proxy-later").factory(), new ThreadPoolExecutor.DiscardPolicy()); // after the end
    private final AtomicLong forwarded = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Lane toHost = new Lane();
    private final Lane toMembers = new Lane();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean unplugged;

    ImpairmentProxy(int targetPort, Impairment impairment, long seed) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        this.target = new InetSocketAddress(loopback, targetPort);
        impair(impairment);
        this.random = new Random(seed);
        this.tcp = new ServerSocket(0, 2000, loopback);
        this.udp = DatagramChannel.open().bind(new InetSocketAddress(loopback, tcp.getLocalPort()));
        Thread.ofVirtual().start(this::accept);
        Thread.ofPlatform().daemon().name("proxy-udp").start(() -> receive(udp, this::fromMember));
    }

    int port() {
        return tcp.getLocalPort();
    }

    void impair(Impairment now) {
        impair(Direction.CLIENT_TO_HOST, now);
        impair(Direction.HOST_TO_CLIENT, now);
    }

    void impair(Direction direction, Impairment now) {
        lane(direction).impairment = now;
    }

    /// Datagrams that went through.
    long forwarded() {
        return forwarded.get();
    }

    long dropped() {
        return dropped.get();
    }

    /// Bytes that went through in that direction.
    long forwardedBytes(Direction direction) {
        return lane(direction).forwarded.get();
    }

    long droppedBytes(Direction direction) {
        return lane(direction).dropped.get();
    }

    private Lane lane(Direction direction) {
        return direction == Direction.CLIENT_TO_HOST ? toHost : toMembers;
    }

    /// Cuts every TCP connection at once.
    void cut() {
        open.forEach(ImpairmentProxy::quietly);
        open.clear();
    }

    /// Pulls the cable: nothing passes and nobody is told. Connections of before stay dead when it is back.
    void unplug() {
        unplugged = true;
        lines.forEach(line -> line.pulled = true);
        lines.clear();
        impair(Impairment.BLOCKED);
    }

    /// The cable is back, for new connections.
    void plugIn() {
        unplugged = false;
        impair(Impairment.NONE);
    }

    /// From now on the members' datagrams come from other addresses, as after a change of network.
    void roam() {
        flows.values().forEach(ImpairmentProxy::quietly);
        flows.clear();
    }

    /// Members whose datagrams pass.
    int flows() {
        return flows.size();
    }

    /// Cuts everything and lets nobody in any more.
    void vanish() throws IOException {
        close();
    }

    private void accept() {
        try {
            while (true) {
                Socket member = tcp.accept();
                Socket host = new Socket(target.getAddress(), target.getPort());
                member.setTcpNoDelay(true);
                host.setTcpNoDelay(true);
                open.add(member);
                open.add(host);
                Line line = new Line(member, host, unplugged);
                lines.add(line);
                line.start();
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private static final class Line {

        private final Socket member;
        private final Socket host;
        private volatile boolean pulled;

        Line(Socket member, Socket host, boolean pulled) {
            this.member = member;
            this.host = host;
            this.pulled = pulled;
        }

        void start() {
            Thread.ofVirtual().start(() -> carry(member, host));
            Thread.ofVirtual().start(() -> carry(host, member));
        }

        /// What was read after the cable was pulled is lost, the end of the connection too.
        private void carry(Socket from, Socket to) {
            byte[] buffer = new byte[16_384];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (!pulled) {
                        out.write(buffer, 0, n);
                    }
                }
            } catch (IOException e) {
                // either side has closed
            }
            quietly(from);
            if (!pulled) {
                quietly(to);
            }
        }
    }

    /// One direction, and how many bytes came through it or not.
    private static final class Lane {

        private final AtomicLong forwarded = new AtomicLong();
        private final AtomicLong dropped = new AtomicLong();
        private volatile Impairment impairment = Impairment.NONE;
    }

    private interface Arrival {
        void datagram(byte[] bytes, InetSocketAddress from) throws IOException;
    }

    private void receive(DatagramChannel channel, Arrival then) {
        ByteBuffer buffer = ByteBuffer.allocate(2048);
        try {
            while (true) {
                InetSocketAddress from = (InetSocketAddress) channel.receive(buffer.clear());
                then.datagram(Arrays.copyOf(buffer.array(), buffer.flip().limit()), from);
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void fromMember(byte[] bytes, InetSocketAddress member) throws IOException {
        DatagramChannel flow = flows.get(member);
        if (flow == null) {
            DatagramChannel fresh = DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            flows.put(member, fresh);
            Thread.ofPlatform().daemon().name("proxy-udp-back").start(
                    () -> receive(fresh, (back, _) -> pass(toMembers, udp, member, back)));
            flow = fresh;
        }
        pass(toHost, flow, target, bytes);
    }

    private void pass(Lane lane, DatagramChannel via, InetSocketAddress to, byte[] bytes) throws IOException {
        Impairment now = lane.impairment;
        boolean lost;
        boolean twice;
        boolean held;
        synchronized (random) {
            lost = random.nextDouble() < now.loss();
            twice = random.nextDouble() < now.duplication();
            held = random.nextDouble() < now.reordering();
        }
        if (lost) {
            dropped(lane, bytes);
            return;
        }
        for (int i = 0; i < (twice ? 2 : 1); i++) {
            if (held) {
                later.schedule(() -> send(lane, via, to, bytes), now.hold().toMillis(), TimeUnit.MILLISECONDS);
            } else {
                send(lane, via, to, bytes);
            }
        }
    }

    private void send(Lane lane, DatagramChannel via, InetSocketAddress to, byte[] bytes) {
        try {
            via.send(ByteBuffer.wrap(bytes), to);
            forwarded.incrementAndGet();
            lane.forwarded.addAndGet(bytes.length);
        } catch (IOException e) {
            dropped(lane, bytes);
        }
    }

    private void dropped(Lane lane, byte[] bytes) {
        dropped.incrementAndGet();
        lane.dropped.addAndGet(bytes.length);
    }

    private static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            return; // already gone
        }
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        udp.close();
        flows.values().forEach(ImpairmentProxy::quietly);
        cut();
        later.shutdownNow();
    }
}
