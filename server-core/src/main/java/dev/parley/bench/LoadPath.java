package dev.parley.bench;

import dev.parley.crypto.DatagramKeys;
import dev.parley.crypto.DatagramOpener;
import dev.parley.crypto.DatagramSealer;
import dev.parley.crypto.Direction;
import dev.parley.crypto.TlsExporter;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Request;
import dev.parley.transport.DatagramPort;
import dev.parley.transport.ProbePace;
import dev.parley.transport.Records;
import dev.parley.transport.SealedPath;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The datagram way of one member: a socket of its own, as every member has in real life, and the probes of the real
/// client. On the event loop.
final class LoadPath implements AutoCloseable {

    private final Crowd crowd;
    private final SealedPath path;
    private final Consumer<byte[]> message;
    private final DatagramPort port;
    private final ProbePace pace;
    private boolean answered;
    private boolean closed;

    private LoadPath(Crowd crowd, DatagramPort port, SealedPath path, Consumer<byte[]> message) {
        this.crowd = crowd;
        this.port = port;
        this.path = path;
        this.message = message;
        this.pace = new ProbePace(path::silence, crowd::now);
    }

    /// The way is there as soon as its socket is.
    ///
    /// @param index of the connection, from the server
    static void open(Crowd crowd, InetSocketAddress server, TlsExporter exporter, long index, Consumer<byte[]> message,
            Consumer<LoadPath> then) {
        Receiver receiver = new Receiver();
        try (DatagramKeys out = DatagramKeys.export(Direction.CLIENT_TO_HOST, exporter);
                DatagramKeys in = DatagramKeys.export(Direction.HOST_TO_CLIENT, exporter)) {
            DatagramSealer sealer = new DatagramSealer(out, index, crowd::now);
            DatagramOpener opener = new DatagramOpener(in, index);
            DatagramPort.open(crowd.loop(), new InetSocketAddress(0), receiver).thenAccept(port -> {
                LoadPath path = new LoadPath(crowd, port, new SealedPath(port, sealer, opener, Optional.of(server), crowd::now), message);
                receiver.path = Optional.of(path);
                then.accept(path);
                path.look();
            });
        }
    }

    private static final class Receiver implements DatagramPort.Receiver {
        private Optional<LoadPath> path = Optional.empty();

        @Override
        public void received(ByteBuffer datagram, InetSocketAddress from) {
            path.ifPresent(p -> p.path.receive(datagram, from, p.message));
        }
    }

    private void look() {
        if (closed) {
            return;
        }
        if (!pace.pause().isPositive()) {
            send(Records.pack(List.of(Codec.encode(new Request.Probe(pace.next()), null))));
        }
        crowd.loop().schedule(this::look, pace.pause());
    }

    /// The server has answered a probe.
    ///
    /// @return true the first time
    boolean echoed(long n) {
        pace.answered(n);
        boolean first = !answered;
        answered = true;
        return first;
    }

    boolean works() {
        return answered;
    }

    void send(byte[] packed) {
        path.send(packed);
        path.flush();
    }

    @Override
    public void close() {
        closed = true;
        path.close();
        port.close();
    }
}
