package dev.parley.room;

import dev.parley.protocol.RoomName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The rooms of a server by name; names that look alike are one name.
///
/// @param <R> what the server keeps of a room
public final class RoomDirectory<R> {

    private final Map<NameKey, R> rooms = new LinkedHashMap<>();

    public Optional<R> find(RoomName name) {
        return Optional.ofNullable(rooms.get(NameKey.of(name)));
    }

    /// @return false if there is such a room already
    public boolean add(RoomName name, R room) {
        return rooms.putIfAbsent(NameKey.of(name), room) == null;
    }

    public void remove(RoomName name) {
        rooms.remove(NameKey.of(name));
    }

    public Collection<R> all() {
        return rooms.values();
    }

    public int size() {
        return rooms.size();
    }
}
