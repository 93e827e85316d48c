package dev.parley.server;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Notices when a member has done nothing for as long as the room allows.
final class IdleWatch {

    private final Hall hall;
    private final Session session;
    private final ServedRoom room;
    private final Runnable idled;
    private @Nullable Future<?> timer;
    private boolean stopped;

    IdleWatch(Hall hall, Session session, ServedRoom room, Runnable idled) {
        this.hall = hall;
        this.session = session;
        this.room = room;
        this.idled = idled;
    }

    void start() {
        Duration allowed = room.record().options().idle();
        if (stopped || allowed.isZero() || !session.open()) {
            return; // a connection that is over speaks for nobody: its member may be back on another
        }
        Duration left = allowed.minus(session.idle());
        if (left.isPositive()) {
            timer = hall.loop().schedule(this::start, left);
        } else {
            idled.run();
        }
    }

    /// The room allows another time.
    void restart() {
        if (timer != null) {
            timer.cancel(false);
        }
        start();
    }

    void stop() {
        stopped = true;
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
