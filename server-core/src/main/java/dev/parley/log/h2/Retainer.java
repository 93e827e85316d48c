package dev.parley.log.h2;

import dev.parley.log.Retention;
import dev.parley.log.RoomRecord;
import java.time.Instant;
import java.util.List;

/// Removes old entries a few hundred at a time: a short transaction each, oldest first, so that what is kept stays
/// contiguous at every moment.
final class Retainer {

    /// Entries removed in one transaction.
    private static final int STEP = 500;

    private Retainer() {}

    /// Removes at most one step.
    ///
    /// @param settledHead the newest entry in the database: what has not settled stays for now
    /// @return the number of the oldest entry that stays; the room's own `first` if all stay
    static long step(Sql sql, RoomRecord room, long settledHead, Instant now) {
        long first = room.first();
        long end = Math.min(settledHead + 1, first + STEP);
        long keepFrom = Math.min(end, Math.max(byCount(room), byAge(sql, room, now, end)));
        if (room.head() == 0 || keepFrom <= first) {
            return first;
        }
        sql.execute(
                "DELETE FROM entry WHERE room = ? AND seq BETWEEN ? AND ?", room.id().value(), first, keepFrom - 1);
        sql.execute("UPDATE room SET first_seq = ? WHERE id = ?", keepFrom, room.id().value());
        return keepFrom;
    }

    private static long byCount(RoomRecord room) {
        Retention retention = room.options().retention();
        return retention.count().isPresent()
                ? room.head() - Math.min(room.head(), retention.count().getAsLong()) + 1
                : room.first();
    }

    /// Stops at the first entry that is young enough: a clock that went back once must not make a hole.
    private static long byAge(Sql sql, RoomRecord room, Instant now, long end) {
        if (room.options().retention().age().isEmpty()) {
            return room.first();
        }
        long age = room.options().retention().age().get().toMillis();
        long millis = now.toEpochMilli();
        long oldest = age > millis ? Long.MIN_VALUE : millis - age;
        List<Long> times = sql.list(
                row -> row.getLong(1),
                "SELECT stored_at FROM entry WHERE room = ? AND seq BETWEEN ? AND ? ORDER BY room, seq",
                room.id().value(),
                room.first(),
                end - 1);
        return room.first() + times.stream().takeWhile(time -> time < oldest).count();
    }
}
