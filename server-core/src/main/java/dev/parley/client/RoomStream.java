package dev.parley.client;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Entry;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Makes one contiguous stream of entries out of pages, datagrams that come in any order or not at all, and repairs.
/// The first hole is given a moment, because datagrams overtake each other, then everything that is missing is asked for
/// over TLS, and asked for again if it does not come. On the event loop.
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
    private long asked; // the end of what was asked for, 0 if nothing was
    private long plans;
    private boolean planned;
    private boolean live;

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
        forgetPlans();
    }

    /// The connection is lost.
    void end() {
        live = false;
        forgetPlans();
    }

    private void forgetPlans() {
        plans++;
        planned = false;
        asked = 0;
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
        planRepair();
    }

    /// All kept entries of a range; what is not among them was removed by the host.
    void page(long from, long to, List<Entry> entries) {
        newest = Math.max(newest, to);
        if (from > expected) {
            entries.stream().filter(e -> e.seq() >= from).limit(Math.max(0, AHEAD - ahead.size())).forEach(e -> ahead.putIfAbsent(e.seq(), e));
        } else if (to >= expected) {
            entries.stream().filter(e -> e.seq() >= expected).forEach(this::emit);
            expected = Math.max(expected, to + 1);
            drain();
        }
        planRepair();
    }

    /// A number that the room has: the newest, from a beacon, or that of a message of ours.
    void head(long seq) {
        if (live && seq > newest) {
            newest = seq;
            planRepair();
        }
    }

    void caughtUp(long seq) {
        caughtUp = seq;
        live = true;
        newest = Math.max(newest, seq);
        sayCaughtUp();
        planRepair();
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

    /// While an answer is awaited nothing new is planned; once it has come, the next hole is treated like the first.
    private void planRepair() {
        if (!live || newest < expected) {
            return;
        }
        boolean answered = asked > 0 && expected > asked;
        if (!planned || answered) {
            asked = 0;
            plan(OVERTAKING);
        }
    }

    /// What was planned before is void.
    private void plan(Duration delay) {
        planned = true;
        long now = ++plans;
        wire.schedule(() -> {
            if (now == plans) {
                repair();
            }
        }, delay);
    }

    private void repair() {
        planned = false;
        if (newest >= expected) {
            Request.Range missing = Request.Range.ofMissing(room, expected, newest, ahead.navigableKeySet());
            asked = missing.to();
            wire.send(List.of(Codec.encode(missing, null)));
            plan(ASK_AGAIN);
        }
    }
}
