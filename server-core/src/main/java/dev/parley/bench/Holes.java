package dev.parley.bench;

import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import java.util.TreeMap;

/// Brings the entries of one room into the order of their numbers. On the event loop.
final class Holes {

    private static final int AHEAD = 8_192;

    private final Outlet outlet;
    private final TreeMap<Long, Message> ahead = new TreeMap<>();
    private long expected = 1;
    private long newest;

    Holes(Outlet outlet) {
        this.outlet = outlet;
    }

    /// Gets every message once, in order.
    interface Outlet {
        void got(int sender, int number, long sentAt);
    }

    /// @param sender below 0 for an entry that is no message of a load test
    private record Message(int sender, int number, long sentAt) {}

    /// The stream goes on after that entry.
    void begin(long after) {
        expected = after + 1;
        newest = Math.max(newest, after);
        ahead.clear();
    }

    void entry(long seq, int sender, int number, long sentAt) {
        newest = Math.max(newest, seq);
        if (seq == expected) {
            expected++;
            hand(sender, number, sentAt);
            for (Message next = ahead.remove(expected); next != null; next = ahead.remove(expected)) {
                expected++;
                hand(next.sender, next.number, next.sentAt);
            }
        } else if (seq > expected && ahead.size() < AHEAD) {
            ahead.putIfAbsent(seq, new Message(sender, number, sentAt));
        }
    }

    private void hand(int sender, int number, long sentAt) {
        if (sender >= 0) {
            outlet.got(sender, number, sentAt);
        }
    }

    /// The number of the newest entry, from a beacon.
    void head(long seq) {
        newest = Math.max(newest, seq);
    }

    /// The last entry before the first hole.
    long last() {
        return expected - 1;
    }

    boolean any() {
        return newest >= expected;
    }

    /// Asks for what is missing; only if [#any] is.
    Request.Range missing(RoomName room) {
        return Request.Range.ofMissing(room, expected, newest, ahead.navigableKeySet());
    }
}
