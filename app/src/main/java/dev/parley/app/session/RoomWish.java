package dev.parley.app.session;

import dev.parley.log.History;
import dev.parley.log.Retention;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A room as it is to be opened on a host. What is not said stays as it was, or is the standard for a new room.
///
/// @param room its name
/// @param password empty to keep the password of a room that was hosted before
/// @param passwordOfNew asked when the room is new and no password was said; may refuse with a [SessionException]
/// @param history what newcomers may read
/// @param idle when people who do nothing leave, zero for never
/// @param retention what is kept
public record RoomWish(
        RoomName room,
        Optional<RoomPassword> password,
        Supplier<RoomPassword> passwordOfNew,
        Optional<History> history,
        Optional<Duration> idle,
        Optional<Retention> retention) {

    /// The room as it was hosted last.
    public static RoomWish again(RoomName room) {
        return new RoomWish(room, Optional.empty(), () -> {
            throw new SessionException(Problem.NO_SUCH_ROOM, "no-such-room", room.value());
        }, Optional.empty(), Optional.empty(), Optional.empty());
    }

    RoomOptions options(RoomOptions base) {
        return new RoomOptions(history.orElse(base.history()), idle.orElse(base.idle()), retention.orElse(base.retention()),
                base.maxMembers());
    }
}
