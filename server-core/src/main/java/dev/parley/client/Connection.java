package dev.parley.client;

import dev.parley.client.ClientEvent.Way;
import dev.parley.crypto.DatagramKeys;
import dev.parley.crypto.DatagramOpener;
import dev.parley.crypto.DatagramSealer;
import dev.parley.crypto.Direction;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.Codec;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.transport.ClientTls;
import dev.parley.transport.ControlChannel;
import dev.parley.transport.ControlClient;
import dev.parley.transport.ControlListener;
import dev.parley.transport.DatagramPort;
import dev.parley.transport.EventLoop;
import dev.parley.transport.Frames;
import dev.parley.transport.Records;
import dev.parley.transport.SealedPath;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One connection to a host: TLS, the datagram way beside it, and the beat that keeps it alive. What the host says goes
/// to an [Owner]. On the event loop.
final class Connection implements ControlListener, Wire, PathJudge.Owner {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /// What a host allows by default; one that many come to at once needs it.
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    private static final Duration BEAT = Duration.ofSeconds(15);
    /// A dead host is found within 45 s: one second is for what was on its way, and for finding it.
    private static final Duration SILENCE = Duration.ofSeconds(44);

    /// What a connection tells.
    interface Owner {
        /// The handshake is done and the host's key accepted.
        void reached(Connection connection);

        void said(Connection connection, Reply reply, @Nullable String id);

        void wayChanged(Way now, String why);

        /// True while the reader cannot keep up: nothing that can be repaired is taken.
        boolean overfull();

        void lost(Connection connection, @Nullable Throwable cause);
    }

    private final EventLoop loop;
    private final Owner owner;
    private final InetSocketAddress address;
    private final Optional<DatagramPort> port;
    private final Predicate<Fingerprint> acceptable;
    private @Nullable ControlChannel channel;
    private @Nullable Fingerprint key;
    private @Nullable SealedPath path;
    private @Nullable PathJudge judge;
    private boolean keyRefused;
    private boolean over;

    /// @param acceptable decides on the host's key before anything is sent
    Connection(EventLoop loop, InetSocketAddress address, Optional<DatagramPort> port, Predicate<Fingerprint> acceptable, Owner owner) {
        this.loop = loop;
        this.address = address;
        this.port = port;
        this.acceptable = acceptable;
        this.owner = owner;
    }

    /// @param tls asks [#accepts]
    void open(ClientTls tls) {
        ControlClient.connect(loop, address, tls, PATIENCE, HANDSHAKE, this);
    }

    /// The host offers this key.
    boolean accepts(Fingerprint offered) {
        key = offered;
        keyRefused = !acceptable.test(offered);
        return !keyRefused;
    }

    InetSocketAddress address() {
        return address;
    }

    Fingerprint key() {
        return Objects.requireNonNull(key, "not before the handshake");
    }

    /// True if the host was reached but has another key than the one it should have.
    boolean keyRefused() {
        return keyRefused;
    }

    byte[] channelBinding() {
        return channel().exporter().channelBinding();
    }

    private ControlChannel channel() {
        return Objects.requireNonNull(channel, "not before the handshake");
    }

    @Override
    public void opened(ControlChannel opened) {
        if (!accepts(opened.hostKey())) { // in a resumed session nobody has asked yet
            opened.close();
            return;
        }
        channel = opened;
        opened.closeWhenSilent(SILENCE);
        beat();
        owner.reached(this);
    }

    private void beat() {
        if (!over) {
            loop.schedule(() -> {
                send(new Request.Ping(0));
                beat();
            }, BEAT);
        }
    }

    @Override
    public void frame(byte[] json) {
        try {
            Codec.Decoded<Reply> decoded = Codec.decodeReply(json);
            switch (decoded.message()) {
                case Reply.Hello hello -> {
                    openPath(hello.index());
                    owner.said(this, hello, decoded.id());
                }
                case Reply.Pong pong when judge != null -> judge.heardByHost(pong.heard());
                default -> owner.said(this, decoded.message(), decoded.id());
            }
        } catch (ProtocolException e) {
            // a newer host may say things that we do not know
        }
    }

    private void openPath(long index) {
        if (port.isEmpty() || path != null || index < 0 || index > 0xFFFF_FFFFL) {
            return;
        }
        try (DatagramKeys out = DatagramKeys.export(Direction.CLIENT_TO_HOST, channel().exporter());
                DatagramKeys in = DatagramKeys.export(Direction.HOST_TO_CLIENT, channel().exporter())) {
            SealedPath sealed = new SealedPath(port.get(), new DatagramSealer(out, index, System::nanoTime),
                    new DatagramOpener(in, index), Optional.of(channel().remote()), System::nanoTime);
            path = sealed;
            judge = new PathJudge(sealed, this, System::nanoTime);
        }
    }

    /// A datagram came in.
    void datagram(ByteBuffer datagram, InetSocketAddress from) {
        if (path != null && !over) {
            path.receive(datagram, from, this::message);
        }
    }

    private void message(byte[] json) {
        try {
            Reply reply = Codec.decodeReply(json).message();
            if (reply instanceof Reply.ProbeEcho echo && judge != null) {
                judge.echoed(echo.n());
            } else if (!owner.overfull()) {
                owner.said(this, reply, null);
            }
        } catch (ProtocolException e) {
            // as in frame
        }
    }

    Way way() {
        return judge == null ? Way.TCP : judge.way();
    }

    @Override
    public void send(Request request) {
        send(request, null);
    }

    void send(Request request, @Nullable String id) {
        send(List.of(Codec.encode(request, id)));
    }

    @Override
    public void send(List<byte[]> messages) {
        if (over || channel == null) {
            return;
        }
        try (Frames frames = Frames.of(messages)) {
            channel.send(frames);
        }
    }

    @Override
    public boolean datagrams() {
        return judge != null && judge.up();
    }

    @Override
    public void sendDatagram(List<byte[]> messages) {
        if (path != null && !over) {
            path.send(Records.pack(messages));
            path.flush();
        }
    }

    @Override
    public Duration patience() {
        return judge == null ? Duration.ofSeconds(1) : judge.patience();
    }

    @Override
    public void doubt() {
        if (judge != null) {
            judge.doubt();
        }
    }

    @Override
    public void soon(Runnable task) {
        loop.execute(task);
    }

    @Override
    public void schedule(Runnable task, Duration delay) {
        loop.schedule(task, delay);
    }

    @Override
    public void wayChanged(Way now, String why) {
        if (!over) {
            owner.wayChanged(now, why);
        }
    }

    void reading(boolean on) {
        if (channel != null && !over) {
            channel.reading(on);
        }
    }

    @Override
    public void writable() {
        // the outbox has its own window
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        boolean first = !over;
        shut();
        if (first) {
            owner.lost(this, cause);
        }
    }

    private void shut() {
        over = true;
        if (judge != null) {
            judge.close();
        }
        if (path != null) {
            path.close();
            path = null;
        }
    }

    /// Ends the connection from our side, politely: what was sent leaves first. The owner is not told.
    void close() {
        shut();
        if (channel != null) {
            channel.closeAfterWrites();
        }
    }
}
