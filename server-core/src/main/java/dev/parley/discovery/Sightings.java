package dev.parley.discovery;

import dev.parley.protocol.RoomName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The list of rooms near us and the rules by which it changes. Plain state for one thread; does no I/O.
///
/// A host belongs to the address that it first answered from, for as long as that address keeps answering: whoever
/// claims the same host id from elsewhere is not believed. Bounds: 200 rooms in all, 50 for a host, 50 for an IP address.
final class Sightings {

    static final int MAX_ROOMS = Announcement.MAX_ROOMS;
    static final int MAX_ROOMS_PER_HOST = 50;

    private static final int PATIENCE_WITH_PARTIAL_LISTS = 5;

    private final long lostAfter;
    private final Predicate<InetAddress> isOurs;
    private final Consumer<RoomSighting> out;
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private long lastTick;

    /// @param isOurs whether an address belongs to this machine
    Sightings(Duration lostAfter, Predicate<InetAddress> isOurs, long now, Consumer<RoomSighting> out) {
        this.lostAfter = lostAfter.toNanos();
        this.isOurs = isOurs;
        this.out = out;
        this.lastTick = now;
    }

    private static final class Host {
        private InetSocketAddress address;
        private long heardAt;
        private final Map<RoomName, Room> rooms = new LinkedHashMap<>();

        Host(InetSocketAddress address, long heardAt) {
            this.address = address;
            this.heardAt = heardAt;
        }
    }

    private static final class Room {
        private SightedRoom seen;
        private long seenAt;

        Room(SightedRoom seen, long seenAt) {
            this.seen = seen;
            this.seenAt = seenAt;
        }
    }

    /// A host is alive and has these rooms.
    ///
    /// @param complete whether it has no others
    /// @return whether it was believed
    boolean heard(Announcement a, boolean complete, InetSocketAddress from, long now) {
        Host host = hosts.computeIfAbsent(a.hostId(), id -> new Host(from, now));
        if (!host.address.equals(from)) {
            if (!mayMove(host, from, now)) {
                return false;
            }
            host.address = from;
        }
        host.heardAt = now;
        for (AnnouncedRoom room : a.rooms()) {
            see(host, sighted(a, room, from), now);
        }
        Set<RoomName> named = new HashSet<>(a.rooms().stream().map(AnnouncedRoom::name).toList());
        for (Room room : List.copyOf(host.rooms.values())) {
            if (named.contains(room.seen.room())) {
                continue;
            }
            if (complete || now - room.seenAt > lostAfter * PATIENCE_WITH_PARTIAL_LISTS) {
                lose(host, room);
            } else {
                SightedRoom s = room.seen;
                change(room, new SightedRoom(s.room(), s.locked(), s.members(), a.host(), s.hostId(), from));
            }
        }
        dropIfEmpty(a.hostId(), host);
        return true;
    }

    private boolean mayMove(Host host, InetSocketAddress to, long now) {
        boolean silent = now - host.heardAt > lostAfter / 2;
        // on our own machine the address that others can use too is the better one, and nobody else can send from it
        boolean better = host.address.getAddress().isLoopbackAddress()
                && !to.getAddress().isLoopbackAddress() && isOurs.test(to.getAddress());
        return silent || better;
    }

    private void see(Host host, SightedRoom seen, long now) {
        Room known = host.rooms.get(seen.room());
        if (known != null) {
            known.seenAt = now;
            change(known, seen);
        } else if (host.rooms.size() < MAX_ROOMS_PER_HOST
                && count(h -> true) < MAX_ROOMS
                && count(h -> h.address.getAddress().equals(host.address.getAddress())) < MAX_ROOMS_PER_HOST) {
            host.rooms.put(seen.room(), new Room(seen, now));
            out.accept(new RoomSighting.Found(seen));
        }
    }

    private int count(Predicate<Host> which) {
        return hosts.values().stream().filter(which).mapToInt(h -> h.rooms.size()).sum();
    }

    private void change(Room room, SightedRoom to) {
        if (!room.seen.equals(to)) {
            room.seen = to;
            out.accept(new RoomSighting.Updated(to));
        }
    }

    private void lose(Host host, Room room) {
        host.rooms.remove(room.seen.room());
        out.accept(new RoomSighting.Lost(room.seen));
    }

    private void dropIfEmpty(String id, Host host) {
        if (host.rooms.isEmpty()) {
            hosts.remove(id);
        }
    }

    private static SightedRoom sighted(Announcement a, AnnouncedRoom r, InetSocketAddress from) {
        return new SightedRoom(r.name(), r.locked(), r.members(), a.host(), a.hostId(), from);
    }

    /// The host seems to have said goodbye: it has this long to show that it has not.
    void doubt(String hostId, Duration grace, long now) {
        Host host = hosts.get(hostId);
        if (host != null) {
            host.heardAt = Math.min(host.heardAt, now - lostAfter + grace.toNanos());
        }
    }

    /// Call several times a second. Time in which nobody called does not count as silence of the hosts, because then
    /// this machine slept.
    ///
    /// @param longestPause nanoseconds between two calls that are ordinary
    void tick(long now, long longestPause) {
        long missed = now - lastTick > longestPause ? now - lastTick : 0;
        lastTick = now;
        for (Map.Entry<String, Host> entry : List.copyOf(hosts.entrySet())) {
            Host host = entry.getValue();
            host.heardAt += missed;
            if (now - host.heardAt > lostAfter) {
                List.copyOf(host.rooms.values()).forEach(room -> lose(host, room));
                hosts.remove(entry.getKey());
            }
        }
    }

    /// Where the listed hosts are, to ask them again.
    List<InetSocketAddress> addresses() {
        return new ArrayList<>(hosts.values().stream().map(h -> h.address).toList());
    }

    Optional<InetSocketAddress> addressOf(String hostId) {
        return Optional.ofNullable(hosts.get(hostId)).map(h -> h.address);
    }
}
