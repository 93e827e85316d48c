package dev.parley.server;

import dev.parley.crypto.DatagramKeys;
import dev.parley.crypto.DatagramOpener;
import dev.parley.crypto.DatagramOpeners;
import dev.parley.crypto.DatagramSealer;
import dev.parley.crypto.Direction;
import dev.parley.transport.DatagramPort;
import dev.parley.transport.SealedPath;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The server's UDP socket: hands each sealed datagram to the session whose receiver index it carries, everything else
/// to the discovery answerer, and is silent otherwise. On the event loop.
final class Datagrams implements DatagramPort.Receiver, AutoCloseable {

    private record Linked(Session session, UdpLink link) {}

    private final Hall hall;
    private final SecureRandom random;
    private final DatagramOpeners openers = new DatagramOpeners();
    private final Map<Integer, Linked> links = new HashMap<>();
    private Optional<DatagramPort> port = Optional.empty();

    Datagrams(Hall hall, SecureRandom random) {
        this.hall = hall;
        this.random = random;
    }

    void bound(DatagramPort to) {
        port = Optional.of(to);
    }

    /// Makes the sealed path of a session from its TLS keys. The index is random, so that it says nothing.
    UdpLink link(Session session) {
        int index;
        do {
            index = random.nextInt();
        } while (links.containsKey(index));
        long unsigned = Integer.toUnsignedLong(index);
        try (DatagramKeys out = DatagramKeys.export(Direction.HOST_TO_CLIENT, session.channel().exporter());
                DatagramKeys in = DatagramKeys.export(Direction.CLIENT_TO_HOST, session.channel().exporter())) {
            SealedPath path = new SealedPath(port.orElseThrow(), new DatagramSealer(out, unsigned, hall.nanos()),
                    openers.opener(in, unsigned), Optional.empty(), hall.nanos());
            UdpLink link = new UdpLink(this, path, index);
            links.put(index, new Linked(session, link));
            return link;
        }
    }

    void remove(int index) {
        links.remove(index);
    }

    @Override
    public void received(ByteBuffer datagram, InetSocketAddress from) {
        long index = DatagramOpener.indexOf(datagram);
        if (index < 0) {
            hall.config().strays().apply(datagram, from).ifPresent(answer -> port.ifPresent(p -> {
                p.send(from, out -> out.put(answer).position());
                p.flush();
            }));
            return;
        }
        Linked linked = links.get((int) index);
        if (linked != null) {
            linked.link.path().receive(datagram, from, linked.session::datagram);
        }
    }

    void flush() {
        port.ifPresent(DatagramPort::flush);
    }

    @Override
    public void close() {
        port.ifPresent(DatagramPort::close);
    }
}
