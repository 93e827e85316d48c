package dev.parley.app.session;

import dev.parley.discovery.RoomSighting;
import dev.parley.discovery.SightedRoom;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The rooms that are in sight at the moment. Safe for any thread.
final class Sighted {

    private final Map<List<String>, SightedRoom> rooms = new LinkedHashMap<>();

    synchronized void accept(RoomSighting sighting) {
        SightedRoom room = sighting.room();
        List<String> key = List.of(room.hostId(), room.room().value());
        switch (sighting) {
            case RoomSighting.Found(SightedRoom found) -> rooms.put(key, found);
            case RoomSighting.Updated(SightedRoom updated) -> rooms.put(key, updated);
            case RoomSighting.Lost lost -> rooms.remove(key);
        }
        notifyAll();
    }

    /// In the order of names.
    synchronized List<SightedRoom> all() {
        return rooms.values().stream()
                .sorted(Comparator.comparing((SightedRoom r) -> r.room().value(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(r -> r.host().value())
                        .thenComparing(SightedRoom::hostId))
                .toList();
    }

    /// Waits until such a room is in sight.
    ///
    /// @return false when the time is up
    synchronized boolean await(Predicate<SightedRoom> wanted, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (rooms.values().stream().noneMatch(wanted)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
