package dev.parley.log.h2;

import com.github.f4b6a3.ulid.Ulid;
import dev.parley.log.RoomId;
import dev.parley.protocol.MessageId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// The ids stored last, with their numbers: a message sent again is recognised without a query. One list for all rooms,
/// so that its memory does not grow with them: half a megabyte of numbers, no object for each, which a collector would
/// have to move. Not thread-safe.
///
/// Of the others it knows the greatest of each room. Ids begin with the time at their sender, so a new one is nearly
/// always greater, and then the database need not be asked. A sender with a clock that is ahead costs the room a query
/// for each message of the others, nothing else.
final class RecentIds {

    private static final int SIZE = 10_000;
    private static final int FIRST_SIZE = 128;
    private static final int FREE = 0; // no room has this number

    private final Map<RoomId, String> greatestForgotten = new HashMap<>();

    // one place for each id, oldest first, in a ring once SIZE is reached
    private int[] rooms = new int[FIRST_SIZE];
    private long[] high = new long[FIRST_SIZE];
    private long[] low = new long[FIRST_SIZE];
    private long[] seqs = new long[FIRST_SIZE];
    private int next;

    /// A hash table with linear probing: place + 1, or 0. A power of two, at most half full.
    private int[] table = new int[2 * FIRST_SIZE];

    OptionalLong seq(RoomId room, MessageId id) {
        int slot = slot(room, Ulid.from(id.value()));
        return table[slot] == 0 ? OptionalLong.empty() : OptionalLong.of(seqs[table[slot] - 1]);
    }

    /// True if an id is surely neither here nor in the database.
    boolean isNew(RoomId room, MessageId id) {
        String greatest = greatestForgotten.get(room);
        return greatest != null
                && id.value().compareTo(greatest) > 0
                && seq(room, id).isEmpty();
    }

    /// True if an id that is not here may be in the database.
    ///
    /// @param greatest asks the database for the greatest id of the room
    boolean mayBeForgotten(RoomId room, MessageId id, Supplier<String> greatest) {
        return id.value().compareTo(greatestForgotten.computeIfAbsent(room, r -> greatest.get())) <= 0;
    }

    void add(RoomId room, MessageId id, long seq) {
        Ulid ulid = Ulid.from(id.value());
        int known = table[slot(room, ulid)];
        if (known != 0) {
            seqs[known - 1] = seq;
            return;
        }
        int place = place();
        rooms[place] = room.value();
        high[place] = ulid.getMostSignificantBits();
        low[place] = ulid.getLeastSignificantBits();
        seqs[place] = seq;
        table[slot(room, ulid)] = place + 1;
    }

    void remove(RoomId room, MessageId id) {
        int slot = slot(room, Ulid.from(id.value()));
        if (table[slot] != 0) {
            rooms[table[slot] - 1] = FREE;
            clear(slot);
        }
    }

    /// Of what was meant to be stored nobody knows whether it is there: the database decides from now on.
    void clear() {
        Arrays.fill(rooms, FREE);
        Arrays.fill(table, 0);
        next = 0;
        greatestForgotten.clear();
    }

    /// A free place: a new one, or that of the oldest.
    private int place() {
        if (next == rooms.length && next < SIZE) {
            grow();
        }
        int place = next % SIZE;
        next = place + 1;
        if (rooms[place] != FREE) {
            RoomId room = new RoomId(rooms[place]);
            Ulid id = new Ulid(high[place], low[place]);
            clear(slot(room, id));
            greatestForgotten.merge(room, id.toString(), (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
        return place;
    }

    private void grow() {
        int size = Math.min(SIZE, 2 * rooms.length);
        rooms = Arrays.copyOf(rooms, size);
        high = Arrays.copyOf(high, size);
        low = Arrays.copyOf(low, size);
        seqs = Arrays.copyOf(seqs, size);
        table = new int[2 * table.length];
        for (int place = 0; place < next; place++) {
            if (rooms[place] != FREE) {
                table[slot(rooms[place], high[place], low[place])] = place + 1;
            }
        }
    }

    private int slot(RoomId room, Ulid id) {
        return slot(room.value(), id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /// Where the table has the id, or would have it.
    private int slot(int room, long idHigh, long idLow) {
        int slot = home(room, idHigh, idLow);
        while (table[slot] != 0) {
            int place = table[slot] - 1;
            if (low[place] == idLow && high[place] == idHigh && rooms[place] == room) {
                return slot;
            }
            slot = after(slot);
        }
        return slot;
    }

    private int home(int room, long idHigh, long idLow) {
        long mixed = (idHigh ^ Long.rotateLeft(idLow, 29) ^ room) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (table.length - 1);
    }

    private int after(int slot) {
        return slot + 1 & table.length - 1;
    }

    /// Empties a slot and moves back what stands behind it only because it was taken.
    private void clear(int slot) {
        int hole = slot;
        for (int at = after(hole); table[at] != 0; at = after(at)) {
            int place = table[at] - 1;
            int wanted = home(rooms[place], high[place], low[place]);
            if ((at - wanted & table.length - 1) >= (at - hole & table.length - 1)) {
                table[hole] = table[at];
                hole = at;
            }
        }
        table[hole] = 0;
    }
}
