package dev.parley.server;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Reply;
import dev.parley.room.Member;
import dev.parley.transport.Records;
import java.time.Duration;
import java.util.List;

/// Guards the tail: after a room has gone quiet, its newest number goes to everyone on UDP a few times, so that a member
/// whose last datagram was lost notices. After that the answers to probes carry the number for ever.
final class Beacon {

    private static final List<Duration> DELAYS = List.of(Duration.ofMillis(40), Duration.ofMillis(160), Duration.ofMillis(640));

    private final Hall hall;
    private final ServedRoom room;
    private int step;
    private boolean planned;
    private long guarded;

    Beacon(Hall hall, ServedRoom room) {
        this.hall = hall;
        this.room = room;
    }

    /// Something was stored.
    void restart() {
        step = 0;
        plan();
    }

    private void plan() {
        if (!planned && step < DELAYS.size()) {
            planned = true;
            guarded = room.head();
            hall.loop().schedule(this::fire, DELAYS.get(step));
        }
    }

    private void fire() {
        planned = false;
        if (room.head() == guarded) {
            step++;
            byte[] packed = Records.pack(List.of(Codec.encode(new Reply.Head(room.name(), guarded), null)));
            for (Member<Batch> member : room.people().members()) {
                if (member.outlet() instanceof Seat seat) {
                    seat.beacon(packed);
                }
            }
            hall.datagrams().flush();
        }
        plan();
    }
}
