package dev.parley.discovery;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.RoomName;

/// One open room as its host describes it.
///
/// @param name what people call it
/// @param locked whether it takes a password to enter
/// @param members people inside, 0 to 1,000,000
public record AnnouncedRoom(RoomName name, boolean locked, int members) {

    private static final int MAX_MEMBERS = 1_000_000;

    /// @throws ProtocolException with [ErrorCode#BAD_MESSAGE] if the number of members is not possible
    public AnnouncedRoom {
        if (members < 0 || members > MAX_MEMBERS) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "impossible number of members");
        }
    }
}
