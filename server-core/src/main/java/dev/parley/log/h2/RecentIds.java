package dev.parley.log.h2;

import dev.parley.log.RoomId;
import dev.parley.protocol.MessageId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// The ids stored last, with their numbers: a message sent again is recognised without a query or a failed insert. One
/// list for all rooms, so that its memory (about 2 MB) does not grow with them. Used by the appending thread only.
final class RecentIds {

    private static final int SIZE = 10_000;

    private final Map<Key, Long> seqs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
            return size() > SIZE;
        }
    };

    OptionalLong seq(RoomId room, MessageId id) {
        Long seq = seqs.get(new Key(room, id));
        return seq == null ? OptionalLong.empty() : OptionalLong.of(seq);
    }

    void add(RoomId room, MessageId id, long seq) {
        seqs.put(new Key(room, id), seq);
    }

    void remove(RoomId room, MessageId id) {
        seqs.remove(new Key(room, id));
    }

    void clear() {
        seqs.clear();
    }

    private record Key(RoomId room, MessageId id) {}
}
