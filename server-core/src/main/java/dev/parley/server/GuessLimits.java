package dev.parley.server;

import dev.parley.protocol.RoomName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// How often a password may be guessed: 5 times a minute from an address, 30 times a minute for a room (DESIGN 6).
/// A guess is paid when it starts and given back when it was right, so that guesses at the same time do not help.
///
/// Whoever knows the password gets in while others guess: devices (data folders, by a secret that only they have)
/// that have been right before at this room wait for nobody else, addresses that have been right do not wait for the room;
/// and the last guesses of a room are kept for addresses that have not guessed wrong lately. On the event loop.
final class GuessLimits {

    private static final int ADDRESSES = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// A device that knew the password of this room: what it may do there, it may not do at others.
    private record Known(String device, RoomName room) {}

    private final int perAddress;
    private final int perRoom;
    private final int keptForNewcomers;
    private final LongSupplier nanos;
    private final Map<InetAddress, TokenBucket> addresses = new LinkedHashMap<>();
    private final Map<RoomName, TokenBucket> rooms = new HashMap<>();
    private final Set<InetAddress> trusted = new HashSet<>();
    private final Map<Known, TokenBucket> devices = new HashMap<>();

    /// @param perAddress 5, unless the host wants otherwise; the limits of rooms follow it
    GuessLimits(LongSupplier nanos, int perAddress) {
        this.perAddress = perAddress;
        this.perRoom = 6 * perAddress;
        this.keptForNewcomers = 2 * perAddress;
        this.nanos = nanos;
    }

    /// Pays for a guess, or says how long to wait.
    ///
    /// @param device hash of the secret of the data folder
    Optional<Duration> start(InetAddress peer, Optional<String> device, RoomName room) {
        Optional<TokenBucket> own = own(device, room);
        if (own.isPresent()) {
            return own.get().take() ? Optional.empty() : Optional.of(own.get().untilNext());
        }
        TokenBucket mine = address(peer);
        TokenBucket ours = rooms.computeIfAbsent(room, _ -> new TokenBucket(perRoom, perRoom, MINUTE, nanos));
        Duration wait = mine.untilNext();
        if (!trusted.contains(peer)) {
            Duration ofRoom = ours.until(mine.full() ? 1 : 1 + keptForNewcomers);
            wait = wait.compareTo(ofRoom) > 0 ? wait : ofRoom;
        }
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        mine.take();
        ours.take();
        return Optional.empty();
    }

    void right(InetAddress peer, Optional<String> device, RoomName room) {
        Optional<TokenBucket> own = own(device, room);
        if (own.isPresent()) {
            own.get().giveBack();
            return;
        }
        address(peer).giveBack();
        TokenBucket ours = rooms.get(room);
        if (ours != null) {
            ours.giveBack();
        }
        if (trusted.size() < ADDRESSES) {
            trusted.add(peer);
        }
        if (device.isPresent() && devices.size() < ADDRESSES) {
            devices.put(new Known(device.get(), room), new TokenBucket(perAddress, perAddress, MINUTE, nanos));
        }
    }

    /// The room has another name: what was guessed stays guessed.
    void renamed(RoomName room, RoomName now) {
        TokenBucket ours = rooms.remove(room);
        if (ours != null) {
            rooms.put(now, ours);
        }
        for (Known known : List.copyOf(devices.keySet())) {
            TokenBucket own = known.room.equals(room) ? devices.remove(known) : null;
            if (own != null) {
                devices.put(new Known(known.device, now), own);
            }
        }
    }

    private Optional<TokenBucket> own(Optional<String> device, RoomName room) {
        return device.map(d -> devices.get(new Known(d, room)));
    }

    private TokenBucket address(InetAddress peer) {
        if (addresses.size() >= ADDRESSES) {
            addresses.values().removeIf(TokenBucket::full);
        }
        if (addresses.size() >= ADDRESSES) {
            addresses.remove(addresses.keySet().iterator().next());
        }
        return addresses.computeIfAbsent(peer, _ -> new TokenBucket(perAddress, perAddress, MINUTE, nanos));
    }
}
