package dev.parley.server;

import dev.parley.room.Member;
import dev.parley.transport.Records;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Guards the tail: once a room has been quiet for a while, its newest number goes to everyone on UDP, so that a member
/// whose last datagram was lost notices. Members who lost some lately are told twice before; the others are not, because
/// a number costs as much as a message. After that the answers to probes carry the number for ever.
final class Beacon {

    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(40), Duration.ofMillis(160), Duration.ofMillis(640));
    private static final int TO_ALL = PAUSES.size() - 1;

    private final Hall hall;
    private final ServedRoom room;
    private final Losses losses;
    private int step = TO_ALL;
    private long quietSince;
    private int planned;
    private @Nullable Future<?> timer;

    Beacon(Hall hall, ServedRoom room) {
        this.hall = hall;
        this.room = room;
        this.losses = new Losses(hall.nanos());
    }

    /// A member lost something that the room sent.
    void lost() {
        losses.note();
    }

    /// Something was sent to everyone.
    void restart() {
        step = losses.lately() ? 0 : TO_ALL;
        quietSince = hall.nanos().getAsLong();
        if (timer != null && step < planned) {
            timer.cancel(false);
            timer = null;
        }
        if (timer == null) {
            plan(PAUSES.get(step));
        }
    }

    private void plan(Duration pause) {
        planned = step;
        timer = hall.loop().schedule(this::fire, pause);
    }

    private void fire() {
        timer = null;
        Duration left = PAUSES.get(step).minusNanos(hall.nanos().getAsLong() - quietSince);
        if (left.isPositive()) {
            plan(left);
            return;
        }
        tell(step == TO_ALL);
        if (step < TO_ALL) {
            step++;
            quietSince = hall.nanos().getAsLong();
            plan(PAUSES.get(step));
        }
    }

    private void tell(boolean everyone) {
        byte[] packed = Records.pack(List.of(room.encodedHead()));
        for (Member<Batch> member : room.people().members()) {
            if (member.outlet() instanceof Seat seat && (everyone || seat.losing())) {
                seat.beacon(packed);
            }
        }
        hall.datagrams().flush();
    }
}
