package dev.parley.server;

import dev.parley.protocol.RoomName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// How often a password may be guessed: 5 times a minute from an address, 30 times a minute for a room (DESIGN 6).
/// A guess is paid when it starts and given back when it was right, so that guesses at the same time do not help.
/// Addresses that have been right before are not held up by the guesses of others. On the event loop.
final class GuessLimits {

    private static final int PER_ADDRESS = 5;
    private static final int PER_ROOM = 30;
    private static final int ADDRESSES = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final Map<InetAddress, TokenBucket> addresses = new LinkedHashMap<>();
    private final Map<RoomName, TokenBucket> rooms = new HashMap<>();
    private final Set<InetAddress> trusted = new HashSet<>();

    GuessLimits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Pays for a guess, or says how long to wait.
    Optional<Duration> start(InetAddress peer, RoomName room) {
        TokenBucket mine = address(peer);
        TokenBucket ours = rooms.computeIfAbsent(room, _ -> new TokenBucket(PER_ROOM, PER_ROOM, MINUTE, nanos));
        boolean known = trusted.contains(peer);
        Duration wait = known || mine.untilNext().compareTo(ours.untilNext()) > 0 ? mine.untilNext() : ours.untilNext();
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        mine.take();
        ours.take();
        return Optional.empty();
    }

    void right(InetAddress peer, RoomName room) {
        address(peer).giveBack();
        TokenBucket ours = rooms.get(room);
        if (ours != null) {
            ours.giveBack();
        }
        if (trusted.size() < ADDRESSES) {
            trusted.add(peer);
        }
    }

    /// The room has another name: what was guessed stays guessed.
    void renamed(RoomName room, RoomName now) {
        TokenBucket ours = rooms.remove(room);
        if (ours != null) {
            rooms.put(now, ours);
        }
    }

    private TokenBucket address(InetAddress peer) {
        if (addresses.size() >= ADDRESSES) {
            addresses.values().removeIf(TokenBucket::full);
        }
        if (addresses.size() >= ADDRESSES) {
            addresses.remove(addresses.keySet().iterator().next());
        }
        return addresses.computeIfAbsent(peer, _ -> new TokenBucket(PER_ADDRESS, PER_ADDRESS, MINUTE, nanos));
    }
}
