package dev.parley.log.h2;

import dev.parley.log.RoomId;
import dev.parley.protocol.MessageId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// The ids stored last, with their numbers: a message sent again is recognised without a query. One list for all rooms,
/// so that its memory (about 2 MB) does not grow with them. Used by the appending thread only.
///
/// Of the others it knows the greatest of each room. Ids begin with the time at their sender, so a new one is nearly
/// always greater, and then the database need not be asked. A sender with a clock that is ahead costs the room a query
/// for each message of the others, nothing else.
final class RecentIds {

    private static final int SIZE = 10_000;

    private final Map<RoomId, String> greatestForgotten = new HashMap<>();
    private final Map<Key, Long> seqs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
            if (size() <= SIZE) {
                return false;
            }
            forget(eldest.getKey());
            return true;
        }
    };

    OptionalLong seq(RoomId room, MessageId id) {
        Long seq = seqs.get(new Key(room, id));
        return seq == null ? OptionalLong.empty() : OptionalLong.of(seq);
    }

    /// True if an id that is not here may be in the database.
    ///
    /// @param greatest asks the database for the greatest id of the room
    boolean mayBeForgotten(RoomId room, MessageId id, Supplier<String> greatest) {
        return id.value().compareTo(greatestForgotten.computeIfAbsent(room, r -> greatest.get())) <= 0;
    }

    void add(RoomId room, MessageId id, long seq) {
        seqs.put(new Key(room, id), seq);
    }

    void remove(RoomId room, MessageId id) {
        seqs.remove(new Key(room, id));
    }

    /// Of what was meant to be stored nobody knows whether it is there: the database decides from now on.
    void clear() {
        seqs.clear();
        greatestForgotten.clear();
    }

    private void forget(Key key) {
        greatestForgotten.merge(key.room(), key.id().value(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private record Key(RoomId room, MessageId id) {}
}
