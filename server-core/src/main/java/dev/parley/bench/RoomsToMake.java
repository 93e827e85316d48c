package dev.parley.bench;

import dev.parley.protocol.RoomName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rooms that the first of their members makes; the others wait until they are there. On the event loop.
final class RoomsToMake {

    private final Set<RoomName> made = new HashSet<>();
    private final Map<RoomName, List<Runnable>> waiting = new HashMap<>();

    /// @param make asks the server for the room, after which [#made] is called
    /// @param enter run as soon as the room is there, if need be at once
    void enter(RoomName room, Runnable make, Runnable enter) {
        if (made.contains(room)) {
            enter.run();
            return;
        }
        boolean first = !waiting.containsKey(room);
        waiting.computeIfAbsent(room, _ -> new ArrayList<>()).add(enter);
        if (first) {
            make.run();
        }
    }

    /// The room is there, or there will be none.
    void made(RoomName room) {
        made.add(room);
        List<Runnable> all = waiting.remove(room);
        if (all != null) {
            all.forEach(Runnable::run);
        }
    }
}
