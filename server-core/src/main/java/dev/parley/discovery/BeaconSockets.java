package dev.parley.discovery;

import dev.parley.protocol.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sockets through which a browser asks: one for each IPv4 address of this machine, and one for direct questions
/// that is left to the system's routing. For one thread.
final class BeaconSockets implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BeaconSockets.class);

    private static final int FIRST_PORT = Limits.DEFAULT_PORT;
    private static final int PORTS_ON_THE_NETWORK = 4;
    private static final int PORTS_ON_THIS_MACHINE = 8;
    private static final byte[] EVERYONE = {(byte) 255, (byte) 255, (byte) 255, (byte) 255};

    private final BeaconSocket.Receiver receiver;
    private final InetAddress limitedBroadcast;
    private final Map<LocalAddress, BeaconSocket> byAddress = new LinkedHashMap<>();
    private final Set<InetAddress> complainedAbout = new HashSet<>();
    private BeaconSocket any;

    BeaconSockets(BeaconSocket.Receiver receiver) throws IOException {
        this.receiver = receiver;
        this.limitedBroadcast = InetAddress.getByAddress(EVERYONE);
        this.any = openAny();
    }

    private BeaconSocket openAny() throws IOException {
        return BeaconSocket.open(new InetSocketAddress(0).getAddress(), receiver);
    }

    /// Opens what is new, closes what is gone.
    ///
    /// @param again whether to open everything again
    void bind(List<LocalAddress> addresses, boolean again) {
        List<LocalAddress> wanted = addresses.stream().filter(LocalAddress::isIpv4).toList();
        for (LocalAddress known : List.copyOf(byAddress.keySet())) {
            BeaconSocket socket = byAddress.get(known);
            if (socket != null && (again || !socket.isOpen() || !wanted.contains(known))) {
                socket.close();
                byAddress.remove(known);
            }
        }
        for (LocalAddress address : wanted) {
            if (!byAddress.containsKey(address)) {
                open(address);
            }
        }
        if (again || !any.isOpen()) {
            reopenAny();
        }
    }

    private void open(LocalAddress address) {
        try {
            byAddress.put(address, BeaconSocket.open(address.address(), receiver));
        } catch (IOException e) {
            if (complainedAbout.size() < 100 && complainedAbout.add(address.address())) {
                LOG.warn("cannot look for rooms through {} ({})", address.interfaceName(), e.toString());
            }
        }
    }

    private void reopenAny() {
        try {
            BeaconSocket fresh = openAny();
            any.close();
            any = fresh;
        } catch (IOException e) {
            LOG.debug("no socket for direct questions: {}", e.toString());
        }
    }

    /// Asks every network by broadcast, and this machine's own ports.
    ///
    /// @param round counts the rounds. The first four ask in every way there is. Later ones only use the default port
    ///        and one of the two broadcast addresses in turn, because broadcasts cost a Wi-Fi dearly; every fourth of
    ///        them asks in every way again.
    void askEveryone(byte[] question, int round) {
        boolean thorough = round < 4 || round % 4 == 0;
        byAddress.forEach((address, socket) -> {
            askOwnPorts(question, socket, address.address());
            if (address.kind() == LocalAddress.Kind.LOOPBACK) {
                return;
            }
            List<InetAddress> targets = new ArrayList<>(List.of(limitedBroadcast));
            address.broadcast().ifPresent(targets::add);
            if (!thorough) {
                targets = List.of(targets.get(round % targets.size()));
            }
            for (InetAddress target : targets) {
                for (int i = 0; i < (thorough ? PORTS_ON_THE_NETWORK : 1); i++) {
                    socket.send(question, new InetSocketAddress(target, FIRST_PORT + i));
                }
            }
        });
    }

    private static void askOwnPorts(byte[] question, BeaconSocket socket, InetAddress own) {
        for (int i = 0; i < PORTS_ON_THIS_MACHINE; i++) {
            socket.send(question, new InetSocketAddress(own, FIRST_PORT + i));
        }
    }

    /// Asks these hosts directly: through the card on whose network they are, so that a VPN cannot catch the question,
    /// and in every second round where the system would send it.
    void askDirectly(byte[] question, Collection<InetSocketAddress> hosts, int round) {
        for (InetSocketAddress host : hosts) {
            BeaconSocket via = round % 2 == 1 ? any : byAddress.entrySet().stream()
                    .filter(e -> e.getKey().reaches(host.getAddress()))
                    .findFirst().map(Map.Entry::getValue).orElse(any);
            via.send(question, host);
        }
    }

    @Override
    public void close() {
        byAddress.values().forEach(BeaconSocket::close);
        byAddress.clear();
        any.close();
    }
}
