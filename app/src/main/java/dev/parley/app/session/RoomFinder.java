package dev.parley.app.session;

import dev.parley.client.KnownHosts;
import dev.parley.crypto.Fingerprint;
import dev.parley.discovery.AnnouncedRoom;
import dev.parley.discovery.Announcement;
import dev.parley.discovery.SightedRoom;
import dev.parley.protocol.RoomName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds rooms: by name on the network and at remembered hosts, at an address, or by an invite. Methods block as long
/// as they are allowed to look; any thread.
public final class RoomFinder {

    /// How long to go on looking for a second host with the same room, before the first one is taken.
    private static final Duration SECOND_LOOK = Duration.ofMillis(400);

    private final Lookout lookout;
    private final KnownHosts known;
    private final Optional<Fingerprint> trusted;

    public RoomFinder(Lookout lookout, KnownHosts known) {
        this(lookout, known, Optional.empty());
    }

    private RoomFinder(Lookout lookout, KnownHosts known, Optional<Fingerprint> trusted) {
        this.lookout = lookout;
        this.known = known;
        this.trusted = trusted;
    }

    /// A finder that takes the host with this key, whatever was pinned before.
    public RoomFinder trusting(Fingerprint key) {
        return new RoomFinder(lookout, known, Optional.of(key));
    }

    /// The host of the room with that name. A host that was joined before wins over strangers with the same room name.
    ///
    /// @throws SessionException `room-not-found`; `several-hosts` if it takes a person to choose; `host-changed` if the
    ///     room was joined at that address before, and the host there has another key now
    public Located byName(RoomName room, Duration atMost) throws InterruptedException {
        Sighted sighted = new Sighted();
        try (var _ = lookout.watch(known.addresses(), sighted::accept)) {
            if (sighted.await(r -> r.room().equals(room), atMost)) {
                sighted.await(r -> r.room().equals(room) && isKnown(r), SECOND_LOOK);
            }
        }
        List<SightedRoom> all = sighted.all();
        List<SightedRoom> candidates = all.stream().filter(r -> r.room().equals(room)).toList();
        if (candidates.isEmpty()) {
            throw notFound(room, all);
        }
        List<SightedRoom> familiar = candidates.stream().filter(this::isKnown).toList();
        List<SightedRoom> choice = familiar.isEmpty() ? candidates : familiar;
        if (choice.size() > 1) {
            throw new SessionException(Problem.USAGE, "several-hosts", room, list(choice), choice.getFirst().room());
        }
        return located(choice.getFirst());
    }

    /// A room that was chosen from a list.
    public Located located(SightedRoom seen) {
        Optional<Fingerprint> key = Fingerprint.parse(seen.hostId());
        key.filter(k -> !trusted.equals(key) && standing(seen, k) == KnownHosts.Standing.CHANGED).ifPresent(k -> {
            throw new SessionException(Problem.REFUSED, "host-changed", seen.room(), k);
        });
        HostAddresses addresses = new HostAddresses(lookout, List.of(seen.address()), key);
        return new Located(seen.room(), Optional.of(seen.host()), addresses, key, false, Optional.of(seen.locked()));
    }

    /// A room at a host that the person named.
    ///
    /// @throws SessionException `unknown-host`
    public Located at(Endpoint host, RoomName room, Optional<Fingerprint> expected) {
        HostAddresses addresses = new HostAddresses(lookout, host.resolve(), expected);
        return new Located(room, Optional.empty(), addresses, expected, expected.isPresent());
    }

    /// Every room that comes into sight in that time, or less if the caller is interrupted.
    public List<SightedRoom> all(Duration wait) throws InterruptedException {
        Sighted sighted = new Sighted();
        try (var _ = lookout.watch(known.addresses(), sighted::accept)) {
            sighted.await(r -> false, wait);
        }
        return sighted.all();
    }

    /// The rooms of one host.
    ///
    /// @throws SessionException `unknown-host` or `no-answer`
    public List<SightedRoom> of(Endpoint host, Duration wait) throws InterruptedException {
        for (InetSocketAddress address : host.resolve()) {
            Optional<Announcement> answer = lookout.ask(address, wait).join();
            if (answer.isPresent()) {
                return rooms(answer.get(), address);
            }
        }
        throw new SessionException(Problem.CANNOT_CONNECT, "no-answer", host);
    }

    private static List<SightedRoom> rooms(Announcement answer, InetSocketAddress address) {
        List<SightedRoom> rooms = new ArrayList<>();
        InetSocketAddress served = new InetSocketAddress(address.getAddress(), answer.port());
        for (AnnouncedRoom r : answer.rooms()) {
            rooms.add(new SightedRoom(r.name(), r.locked(), r.members(), answer.host(), answer.hostId(), served));
        }
        return rooms;
    }

    private boolean isKnown(SightedRoom room) {
        return Fingerprint.parse(room.hostId())
                .filter(key -> trusted.isPresent()
                        ? trusted.get().equals(key)
                        : standing(room, key) == KnownHosts.Standing.KNOWN)
                .isPresent();
    }

    private KnownHosts.Standing standing(SightedRoom room, Fingerprint key) {
        return known.standing(room.address(), room.room(), key);
    }

    private static SessionException notFound(RoomName room, List<SightedRoom> all) {
        if (all.isEmpty()) {
            return new SessionException(Problem.NO_SUCH_ROOM, "room-not-found", room);
        }
        return new SessionException(Problem.NO_SUCH_ROOM, "room-not-found-but", room, all.stream()
                .map(r -> r.room().value()).distinct().limit(10).collect(Collectors.joining(", ")));
    }

    private static String list(List<SightedRoom> rooms) {
        return rooms.stream()
                .map(r -> "  " + r.host() + "  " + Endpoint.show(r.address()) + "  " + words(r))
                .collect(Collectors.joining("\n"));
    }

    private static String words(SightedRoom room) {
        return Fingerprint.parse(room.hostId()).map(f -> String.join(" ", f.words())).orElse("");
    }
}
