package dev.parley.discovery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.Optional;

/// Finds out whether something listens, by a TCP connection that is closed at once.
final class TcpTrial {

    private static final int TIMEOUT_MILLIS = 1000;

    private TcpTrial() {}

    /// The first address that takes a connection. Blocks for at most a second for each.
    static Optional<InetSocketAddress> firstThatConnects(Collection<InetSocketAddress> addresses) {
        return addresses.stream().filter(TcpTrial::connects).findFirst();
    }

    static boolean connects(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, TIMEOUT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
