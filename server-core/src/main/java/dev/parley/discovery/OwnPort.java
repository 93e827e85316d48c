package dev.parley.discovery;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The parts of the network check that look at the port of a host on this machine. All block for a second or two.
final class OwnPort {

    private static final int BROADCAST_TRIES = 3;
    private static final int WAIT_MILLIS = 300;

    private OwnPort() {}

    /// The host that answers on the port, at any address of this machine.
    static Optional<Announcement> host(List<LocalAddress> addresses, int port, Duration timeout) {
        Set<InetAddress> own = new LinkedHashSet<>(List.of(InetAddress.getLoopbackAddress()));
        addresses.forEach(a -> own.add(a.address()));
        List<CompletableFuture<Optional<Announcement>>> answers = own.stream()
                .map(a -> Browser.ask(new InetSocketAddress(a, port), timeout)).toList();
        return answers.stream().map(CompletableFuture::join).flatMap(Optional::stream).findFirst();
    }

    /// Whether a host could start on the port, on which none answers.
    static Finding freeOrUsed(int port) {
        boolean tcpFree = isFree(() -> new ServerSocket(port).close());
        boolean udpFree = isFree(() -> new DatagramSocket(port).close());
        String number = Integer.toString(port);
        return tcpFree && udpFree
                ? new Finding(Finding.Level.OK, "port-free", Map.of("port", number))
                : new Finding(Finding.Level.FAIL, "port-used", Map.of("port", number,
                        "tcp", tcpFree ? "free" : "used", "udp", udpFree ? "free" : "used"));
    }

    private interface Opening {
        void open() throws IOException;
    }

    private static boolean isFree(Opening opening) {
        try {
            opening.open();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static Finding tcp(LocalAddress at, int port) {
        boolean works = TcpTrial.connects(new InetSocketAddress(at.address(), port));
        return Finding.of(works ? Finding.Level.OK : Finding.Level.FAIL, "tcp", at, port);
    }

    /// Asks by broadcast through one card; our own host hears it like everybody's.
    static Finding broadcast(LocalAddress at, int port, String hostId) {
        boolean works = at.broadcast().filter(target -> isAnswered(at, target, port, hostId)).isPresent();
        return Finding.of(works ? Finding.Level.OK : Finding.Level.WARN, "broadcast", at, port);
    }

    private static boolean isAnswered(LocalAddress at, InetAddress target, int port, String hostId) {
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        long nonce = new SecureRandom().nextLong();
        BeaconSocket.Receiver receiver = (datagram, from) -> {
            OptionalLong heard = Beacon.nonceOfAnswer(datagram);
            if (heard.isPresent() && heard.getAsLong() == nonce && isFrom(datagram, hostId)) {
                answered.complete(true);
            }
        };
        try (BeaconSocket socket = BeaconSocket.open(at.address(), receiver)) {
            for (int i = 0; i < BROADCAST_TRIES && !answered.isDone(); i++) {
                socket.send(Beacon.question(nonce), new InetSocketAddress(target, port));
                CompletableFuture<Boolean> wait = answered.copy().completeOnTimeout(false, WAIT_MILLIS, TimeUnit.MILLISECONDS);
                wait.join();
            }
        } catch (IOException e) {
            return false;
        }
        return answered.isDone();
    }

    private static boolean isFrom(ByteBuffer datagram, String hostId) {
        return Beacon.bodyOfAnswer(datagram).filter(a -> a.announcement().hostId().equals(hostId)).isPresent();
    }
}
