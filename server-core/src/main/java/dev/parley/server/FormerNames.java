package dev.parley.server;

import dev.parley.protocol.RoomName;
import dev.parley.room.NameKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Names that rooms had before. They lead to the room until another room gets the name, which is possible after two
/// minutes: by then nothing is on its way any more that was meant for the first. On the event loop.
///
/// @param <R> what the server keeps of a room
final class FormerNames<R> {

    private static final long RESERVED_NANOS = Duration.ofMinutes(2).toNanos();
    private static final int MOST = 1_000;

    private record Former<R>(R room, long at) {}

    private final LongSupplier nanos;
    private final Map<RoomName, Former<R>> names = new LinkedHashMap<>();

    FormerNames(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void add(RoomName name, R room) {
        names.remove(name);
        names.put(name, new Former<>(room, nanos.getAsLong()));
        if (names.size() > MOST) {
            names.remove(names.keySet().iterator().next());
        }
    }

    /// The room that had exactly this name.
    Optional<R> find(RoomName name) {
        return Optional.ofNullable(names.get(name)).map(Former::room);
    }

    /// True if another room had this name, or one that looks like it, a moment ago.
    boolean reserved(RoomName name, Optional<R> wantedFor) {
        NameKey key = NameKey.of(name);
        long now = nanos.getAsLong();
        return names.entrySet().stream()
                .filter(e -> NameKey.of(e.getKey()).equals(key))
                .map(Map.Entry::getValue)
                .anyMatch(f -> now - f.at < RESERVED_NANOS && wantedFor.filter(f.room::equals).isEmpty());
    }

    /// A room has the name now: it leads to no other.
    void taken(RoomName name, R by) {
        NameKey key = NameKey.of(name);
        names.entrySet().removeIf(e -> !e.getValue().room.equals(by) && NameKey.of(e.getKey()).equals(key));
    }
}
