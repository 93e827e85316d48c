package dev.parley.server;

import dev.parley.crypto.HostIdentity;
import dev.parley.transport.ControlListener;
import dev.parley.transport.ControlServer;
import dev.parley.transport.DatagramPort;
import dev.parley.transport.EventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/// The server's TCP and UDP sockets, which share one port number.
final class Ports implements AutoCloseable {

    private static final int TRIES = 50;
    private static final int HIGHEST = 65_535;

    private final ControlServer control;
    private final Hall hall;

    private Ports(ControlServer control, Hall hall) {
        this.control = control;
        this.hall = hall;
    }

    /// Takes the wished port, or, where the configuration does not insist on it, one of the next.
    ///
    /// @throws PortInUseException if the wished port is taken, or every tried one
    static Ports bind(EventLoop loop, Hall hall, HostIdentity identity) {
        ServerConfig config = hall.config();
        int wished = config.port();
        for (int i = 0; i <= TRIES && wished + i <= HIGHEST; i++) {
            int port = wished == 0 ? 0 : wished + i; // the system's choice for TCP may be taken for UDP: it chooses again
            try {
                Ports ports = bindBoth(loop, hall, identity, port);
                if (port != wished && config.insist()) {
                    ports.close();
                    throw new PortInUseException(wished, port);
                }
                return ports;
            } catch (IOException e) {
                requireTaken(e);
            }
        }
        throw new PortInUseException(wished, 0);
    }

    private static Ports bindBoth(EventLoop loop, Hall hall, HostIdentity identity, int port) throws IOException {
        ServerConfig config = hall.config();
        InetSocketAddress address = config.bind()
                .map(b -> new InetSocketAddress(b, port))
                .orElseGet(() -> new InetSocketAddress(port));
        ControlServer control = ControlServer.bind(loop, address, identity, config.limits().loginTime(),
                hall.background().computing(), (peer, putOut) -> accept(hall, peer, putOut));
        try {
            InetSocketAddress same = new InetSocketAddress(address.getAddress(), control.port());
            hall.datagrams().bound(DatagramPort.bind(loop, same, hall.datagrams()));
        } catch (IOException e) {
            control.close();
            throw e;
        }
        return new Ports(control, hall);
    }

    private static Optional<ControlListener> accept(Hall hall, InetAddress peer, Runnable putOut) {
        return hall.doorkeeper().admit(peer, putOut).map(pass -> new Session(hall, peer, pass));
    }

    /// An address that is not ours, or a port below 1024 without the right, does not get better by trying the next.
    private static void requireTaken(IOException e) {
        Throwable cause = e.getCause();
        String text = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
        if (!text.contains("in use")) {
            throw new UncheckedIOException(e.getMessage() + ": " + text, e);
        }
    }

    int port() {
        return control.port();
    }

    void accept() {
        control.accept();
    }

    void stopAccepting() {
        control.close();
    }

    @Override
    public void close() {
        control.close();
        hall.datagrams().close();
    }
}
