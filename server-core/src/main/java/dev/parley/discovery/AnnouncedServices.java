package dev.parley.discovery;

import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The services that are registered on one link, kept like the host's rooms. Safe for any thread. Registering takes
/// seconds (the name is probed first, RFC 6762, section 8.1), so each service is registered on a virtual thread.
final class AnnouncedServices implements MdnsLink.Use {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncedServices.class);

    private final Supplier<Announcement> announcement;
    private final Set<AnnouncedServices> open;
    private final Map<RoomName, ServiceInfo> registered = new HashMap<>();
    private @Nullable JmDNS dns;

    /// @param open keeps those whose link is up
    AnnouncedServices(Supplier<Announcement> announcement, Set<AnnouncedServices> open) {
        this.announcement = announcement;
        this.open = open;
    }

    @Override
    public synchronized void opened(JmDNS opened) {
        dns = opened;
        open.add(this);
        update();
    }

    @Override
    public synchronized void closing(JmDNS closing) {
        open.remove(this);
        registered.clear();
        dns = null;
    }

    /// Registers rooms that are new, unregisters those that are gone, and renews the TXT records that differ.
    synchronized void update() {
        JmDNS link = dns;
        if (link == null) {
            return;
        }
        Announcement now = announcement.get();
        List<AnnouncedRoom> rooms = now.rooms().stream().limit(Announcer.MAX_SERVICES).toList();
        Map<RoomName, AnnouncedRoom> wanted =
                rooms.stream().collect(Collectors.toMap(AnnouncedRoom::name, r -> r, (first, again) -> first));
        registered.entrySet().removeIf(known -> {
            boolean gone = !wanted.containsKey(known.getKey()) || known.getValue().getPort() != now.port();
            if (gone) {
                Thread.startVirtualThread(() -> link.unregisterService(known.getValue()));
            }
            return gone;
        });
        wanted.forEach((name, room) -> {
            byte[] txt = DnsSdRoom.txt(now, room);
            ServiceInfo known = registered.get(name);
            if (known == null) {
                register(link, name, now.port(), txt);
            } else if (!Arrays.equals(known.getTextBytes(), txt)) {
                known.setText(txt);
            }
        });
    }

    private void register(JmDNS link, RoomName name, int port, byte[] txt) {
        ServiceInfo service =
                ServiceInfo.create(DnsSdRoom.TYPE, DnsSdRoom.instanceName(name), port, 0, 0, txt);
        registered.put(name, service);
        Thread.startVirtualThread(() -> {
            try {
                link.registerService(service);
            } catch (IOException | RuntimeException e) {
                LOG.debug("a room was not announced: {}", e.toString()); // the link is closing, or will open again
                forget(name, service);
            }
        });
    }

    private synchronized void forget(RoomName name, ServiceInfo service) {
        registered.remove(name, service);
    }
}
