package dev.parley.log;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// The rules of a room.
///
/// @param history what newcomers see
/// @param idle members leave after this long without activity, whole milliseconds; zero for never
/// @param retention what is kept
/// @param maxMembers people in the room at the same time, 1 or more
public record RoomOptions(History history, Duration idle, Retention retention, int maxMembers) {

    public RoomOptions {
        if (idle.isNegative()) {
            throw new IllegalArgumentException("the idle time must not be negative");
        }
        if (maxMembers < 1) {
            throw new IllegalArgumentException("a room has place for at least 1 member");
        }
    }

    /// All history for everyone, five minutes of idleness, everything kept, a thousand people.
    public static RoomOptions standard() {
        return new RoomOptions(new History.All(), Duration.ofMinutes(5), new Retention(Optional.empty(), OptionalLong.empty()), 1_000);
    }
}
