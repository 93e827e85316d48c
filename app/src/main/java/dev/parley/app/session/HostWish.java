package dev.parley.app.session;

import dev.parley.log.Durability;
import dev.parley.log.History;
import dev.parley.log.Retention;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// How a room is to be hosted.
///
/// @param room its name
/// @param owner name of the person who hosts
/// @param password empty to keep the password of a room that was hosted before
/// @param passwordOfNew asked when the room is new and no password was said
/// @param history what newcomers may read; empty to keep what is, or the standard for a new room
/// @param idle when people who do nothing leave, zero for never; empty as above
/// @param retention what is kept; empty as above
/// @param port empty for the one served last, or the next that is free
/// @param bind address to listen on; empty for all
/// @param durability what a stored message survives
/// @param announce whether others on the network may see the room
/// @param version of the program
public record HostWish(
        RoomName room,
        UserName owner,
        Optional<RoomPassword> password,
        Supplier<RoomPassword> passwordOfNew,
        Optional<History> history,
        Optional<Duration> idle,
        Optional<Retention> retention,
        OptionalInt port,
        Optional<String> bind,
        Durability durability,
        boolean announce,
        String version) {

    /// Keeps what the room keeps.
    public HostWish(RoomName room, UserName owner, Optional<RoomPassword> password, Supplier<RoomPassword> passwordOfNew,
            Optional<History> history, Optional<Duration> idle, OptionalInt port, Optional<String> bind,
            Durability durability, boolean announce, String version) {
        this(room, owner, password, passwordOfNew, history, idle, Optional.empty(), port, bind, durability, announce, version);
    }

    /// The room alone.
    RoomWish asRoom() {
        return new RoomWish(room, password, passwordOfNew, history, idle, retention);
    }
}
