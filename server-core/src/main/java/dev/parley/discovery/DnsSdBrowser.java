package dev.parley.discovery;

import dev.parley.protocol.RoomName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import javax.jmdns.impl.JmDNSImpl;

/// Listens for `_parley._tcp` on every network card. What it hears is a rumour: see [Candidates]. The sink is called on
/// threads of JmDNS and must not block.
final class DnsSdBrowser {

    private static final int MAX_SERVICES_PER_LINK = 250;
    private static final int MAX_ADDRESSES = 4;
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(200);

    /// Takes rumours.
    interface Sink {
        void rumoured(DnsSdRoom room, List<InetSocketAddress> addresses);

        void goodbye(String hostId, RoomName room);
    }

    private final Sink sink;
    private final MdnsLinks links;
    private final Set<JmDNS> open = ConcurrentHashMap.newKeySet();

    DnsSdBrowser(String hostName, Sink sink) {
        this.sink = sink;
        this.links = new MdnsLinks(hostName, Link::new);
    }

    void bind(List<LocalAddress> addresses, boolean again) {
        links.bind(addresses, again);
    }

    /// Asks all networks once more.
    void askAgain() {
        for (JmDNS dns : open) {
            if (dns instanceof JmDNSImpl impl && !impl.isClosing()) {
                impl.startServiceResolver(DnsSdRoom.TYPE);
            }
        }
    }

    void close() {
        links.close(CLOSE_WITHIN);
    }

    private final class Link implements MdnsLink.Use, ServiceListener {

        private final LocalAddress address;
        private final Map<String, DnsSdRoom> byInstance = new HashMap<>();

        Link(LocalAddress address) {
            this.address = address;
        }

        @Override
        public void opened(JmDNS dns) {
            dns.addServiceListener(DnsSdRoom.TYPE, this);
            open.add(dns);
        }

        @Override
        public void closing(JmDNS dns) {
            open.remove(dns);
            dns.removeServiceListener(DnsSdRoom.TYPE, this);
            synchronized (this) {
                byInstance.clear();
            }
        }

        @Override
        public void serviceAdded(ServiceEvent event) {
            // JmDNS goes on to resolve it
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            ServiceInfo info = event.getInfo();
            List<InetSocketAddress> addresses = addresses(info);
            DnsSdRoom.read(info.getTextBytes(), info.getPort())
                    .filter(room -> !addresses.isEmpty() && remember(event.getName(), room))
                    .ifPresent(room -> sink.rumoured(room, addresses));
        }

        private synchronized boolean remember(String instance, DnsSdRoom room) {
            if (!byInstance.containsKey(instance) && byInstance.size() >= MAX_SERVICES_PER_LINK) {
                return false;
            }
            byInstance.put(instance, room);
            return true;
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            DnsSdRoom room;
            synchronized (this) {
                room = byInstance.remove(event.getName());
            }
            if (room != null) {
                sink.goodbye(room.announcement().hostId(), room.room().name());
            }
        }

        private List<InetSocketAddress> addresses(ServiceInfo info) {
            Stream<InetAddress> all = Stream.concat(Stream.of(info.getInet4Addresses()), Stream.of(info.getInet6Addresses()));
            return all.filter(a -> isPlausible(a))
                    .map(a -> NetworkInterfaces.scoped(a, address))
                    .limit(MAX_ADDRESSES)
                    .map(a -> new InetSocketAddress(a, info.getPort()))
                    .toList();
        }

        /// An announcement must not make us knock at doors far away: only this network, or private ones behind a
        /// reflector.
        private boolean isPlausible(InetAddress a) {
            if (a.isAnyLocalAddress() || a.isLoopbackAddress() || a.isMulticastAddress()) {
                return false;
            }
            byte[] b = a.getAddress();
            boolean uniqueLocal = b.length == 16 && (b[0] & 0xFE) == 0xFC;
            boolean shared = b.length == 4 && b[0] == 100 && (b[1] & 0xC0) == 64;
            return a.isSiteLocalAddress() || a.isLinkLocalAddress() || uniqueLocal || shared || address.reaches(a);
        }
    }
}
