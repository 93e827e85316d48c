package dev.parley.app.session;

import dev.parley.protocol.RoomName;
import java.util.Optional;

/// Asks the person for the password of a room.
public interface PasswordAsker {

    /// Nobody is there to be asked.
    PasswordAsker NOBODY = (room, before) -> Optional.empty();

    /// @param before how often a password for this room was wrong already
    /// @return zeroed by the caller after use; empty to give up
    Optional<char[]> ask(RoomName room, int before);
}
