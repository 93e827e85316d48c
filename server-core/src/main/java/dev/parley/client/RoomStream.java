package dev.parley.client;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Entry;
import dev.parley.protocol.Limits;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Makes one contiguous stream of entries out of pages, datagrams that come in any order or not at all, and repairs.
/// A hole is given a moment, because datagrams overtake each other, then asked for over TLS. On the event loop.
final class RoomStream {

    private static final int AHEAD = 4096;
    private static final Duration OVERTAKING = Duration.ofMillis(15);
    private static final Duration ASK_AGAIN = Duration.ofMillis(300);

    private RoomName room;
    private final Consumer<ClientEvent> events;
    private final TreeMap<Long, Entry> ahead = new TreeMap<>();
    private Wire wire;
    private long expected = 1;
    private long newest;
    private long caughtUp = -1;
    private long generation;
    private boolean live;
    private boolean repairPlanned;

    RoomStream(RoomName room, Wire wire, Consumer<ClientEvent> events) {
        this.room = room;
        this.wire = wire;
        this.events = events;
    }

    /// The room has another name.
    void rename(RoomName now) {
        room = now;
    }

    /// The number of the last entry that was handed on.
    long last() {
        return expected - 1;
    }

    /// We are in the room, on this connection; the stream goes on after that entry.
    void begin(Wire on, long after) {
        wire = on;
        expected = after + 1;
        newest = after;
        caughtUp = -1;
        live = false;
        ahead.clear();
        generation++;
        repairPlanned = false;
    }

    /// The connection is lost.
    void end() {
        live = false;
        generation++;
        repairPlanned = false;
    }

    /// One entry, by either way.
    void entry(Entry entry) {
        newest = Math.max(newest, entry.seq());
        if (entry.seq() == expected) {
            emit(entry);
            drain();
        } else if (entry.seq() > expected && ahead.size() < AHEAD) {
            ahead.put(entry.seq(), entry);
        }
        planRepair(OVERTAKING);
    }

    /// All kept entries of a range; what is not among them was removed by the host.
    void page(long from, long to, List<Entry> entries) {
        newest = Math.max(newest, to);
        boolean hole = from > expected;
        if (hole) {
            entries.stream().limit(Math.max(0, AHEAD - ahead.size())).forEach(e -> ahead.putIfAbsent(e.seq(), e));
        } else if (to >= expected) {
            entries.stream().filter(e -> e.seq() >= expected).forEach(this::emit);
            expected = Math.max(expected, to + 1);
            drain();
        }
        planRepair(hole ? OVERTAKING : ASK_AGAIN);
    }

    /// A number that the room has: the newest, from a beacon, or that of a message of ours.
    void head(long seq) {
        if (live && seq > newest) {
            newest = seq;
            planRepair(OVERTAKING);
        }
    }

    void caughtUp(long seq) {
        caughtUp = seq;
        live = true;
        newest = Math.max(newest, seq);
        sayCaughtUp();
        planRepair(OVERTAKING);
    }

    private void emit(Entry entry) {
        expected = entry.seq() + 1;
        events.accept(new ClientEvent.Received(room, entry));
        sayCaughtUp();
    }

    private void drain() {
        ahead.headMap(expected).clear();
        for (Entry next = ahead.remove(expected); next != null; next = ahead.remove(expected)) {
            emit(next);
        }
        sayCaughtUp();
    }

    private void sayCaughtUp() {
        if (caughtUp >= 0 && expected > caughtUp) {
            events.accept(new ClientEvent.CaughtUp(room, caughtUp));
            caughtUp = -1;
        }
    }

    private void planRepair(Duration delay) {
        if (live && !repairPlanned && newest >= expected) {
            repairPlanned = true;
            long now = generation;
            wire.schedule(() -> repair(now), delay);
        }
    }

    private void repair(long planned) {
        if (planned != generation) {
            return;
        }
        repairPlanned = false;
        if (newest >= expected) {
            Map.Entry<Long, Entry> edge = ahead.firstEntry();
            long hole = edge == null ? newest : edge.getKey() - 1;
            long to = Math.min(hole, expected + Limits.PAGE_ENTRIES - 1);
            wire.send(List.of(Codec.encode(new Request.Range(room, expected, to), null)));
            planRepair(ASK_AGAIN);
        }
    }
}
