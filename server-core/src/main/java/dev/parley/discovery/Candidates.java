package dev.parley.discovery;

import dev.parley.protocol.RoomName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hosts that DNS-SD speaks of, until they are seen. Each is asked by beacon; one that never answers that, perhaps
/// because a firewall drops UDP, is tried by a TCP connection every five seconds. What does not show itself for a while is
/// asked and tried less often: DNS-SD remembers the dead for an hour, and forged announcements must not make us noisy.
/// Plain state for one thread; at most 64 hosts with 4 addresses and 50 rooms each.
final class Candidates {

    private static final int MAX_HOSTS = 64;
    private static final int MAX_ADDRESSES = 4;
    private static final long PATIENCE_WITH_UDP = Duration.ofSeconds(1).toNanos();
    private static final long UDP_IS_FRESH = Duration.ofSeconds(7).toNanos();
    private static final long BETWEEN_TRIES = Duration.ofSeconds(5).toNanos();
    private static final long BETWEEN_RARE_TRIES = Duration.ofSeconds(30).toNanos();
    private static final long HOPE = Duration.ofSeconds(20).toNanos();
    private static final int RARE_ROUND = 8;

    private final Map<String, Candidate> hosts = new LinkedHashMap<>();

    private static final class Candidate {
        private Announcement newest;
        private final Set<InetSocketAddress> addresses = new LinkedHashSet<>();
        private final Map<RoomName, AnnouncedRoom> rooms = new LinkedHashMap<>();
        private final long since;
        private boolean seen;
        private long hopeSince;
        private Optional<Long> answeredAt = Optional.empty();
        private Optional<Long> triedAt = Optional.empty();

        Candidate(Announcement newest, long since) {
            this.newest = newest;
            this.since = since;
            this.hopeSince = since;
        }

        boolean isHopeful(long now) {
            return now - hopeSince < HOPE;
        }

        void show(long now) {
            seen = true;
            hopeSince = now;
        }

        boolean isDue(long now) {
            boolean udpWorks = answeredAt.filter(t -> now - t < UDP_IS_FRESH).isPresent();
            long pause = isHopeful(now) ? BETWEEN_TRIES : BETWEEN_RARE_TRIES;
            boolean justTried = triedAt.filter(t -> now - t < pause).isPresent();
            return !udpWorks && !justTried && now - since >= PATIENCE_WITH_UDP;
        }
    }

    /// A host to be tried by TCP.
    record Trial(String hostId, List<InetSocketAddress> addresses) {}

    /// @return whether the host or its address is new, so that it should be asked at once
    boolean rumoured(DnsSdRoom heard, List<InetSocketAddress> addresses, long now) {
        Announcement a = heard.announcement();
        if (!hosts.containsKey(a.hostId()) && hosts.size() >= MAX_HOSTS && !makeRoom()) {
            return false;
        }
        Candidate host = hosts.computeIfAbsent(a.hostId(), id -> new Candidate(a, now));
        host.newest = a;
        AnnouncedRoom room = heard.room();
        if (host.rooms.size() < Sightings.MAX_ROOMS_PER_HOST || host.rooms.containsKey(room.name())) {
            host.rooms.put(room.name(), room);
        }
        boolean news = host.addresses.addAll(addresses);
        while (host.addresses.size() > MAX_ADDRESSES) {
            host.addresses.remove(host.addresses.iterator().next());
        }
        return news;
    }

    private boolean makeRoom() {
        Optional<String> unseen = hosts.entrySet().stream()
                .filter(e -> !e.getValue().seen).map(Map.Entry::getKey).findFirst();
        unseen.ifPresent(hosts::remove);
        return unseen.isPresent();
    }

    void goodbye(String hostId, RoomName room) {
        Candidate host = hosts.get(hostId);
        if (host != null) {
            host.rooms.remove(room);
            if (host.rooms.isEmpty()) {
                hosts.remove(hostId);
            }
        }
    }

    void answered(String hostId, long now) {
        Candidate host = hosts.get(hostId);
        if (host != null) {
            host.show(now);
            host.answeredAt = Optional.of(now);
        }
    }

    /// Where to send questions in this round.
    List<InetSocketAddress> addresses(int round, long now) {
        List<InetSocketAddress> all = new ArrayList<>();
        hosts.values().stream()
                .filter(host -> host.isHopeful(now) || round % RARE_ROUND == 0)
                .forEach(host -> all.addAll(host.addresses));
        return all;
    }

    /// Hosts to try by TCP now; each is returned once in five seconds.
    List<Trial> due(long now, int atMost) {
        List<Trial> due = new ArrayList<>();
        hosts.forEach((id, host) -> {
            if (due.size() < atMost && host.isDue(now)) {
                host.triedAt = Optional.of(now);
                due.add(new Trial(id, List.copyOf(host.addresses)));
            }
        });
        return due;
    }

    /// A TCP connection worked.
    ///
    /// @return what DNS-SD says about the host, unless UDP has answered in the meantime
    Optional<Announcement> connected(String hostId, long now) {
        Candidate host = hosts.get(hostId);
        if (host == null || host.answeredAt.filter(t -> now - t < UDP_IS_FRESH).isPresent()) {
            return Optional.empty();
        }
        host.show(now);
        Announcement a = host.newest;
        return Optional.of(new Announcement(hostId, a.host(), a.port(), List.copyOf(host.rooms.values())));
    }
}
