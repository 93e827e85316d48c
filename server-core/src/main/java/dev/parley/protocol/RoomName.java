package dev.parley.protocol;

/// Name of a room: valid by construction, 1 to 48 visible code points in NFC.
///
/// @param value the name as people see it
public record RoomName(String value) {

    /// @throws ProtocolException with [ErrorCode#BAD_NAME]
    public RoomName {
        value = Names.requireValid(value, "the room name");
    }

    @Override
    public String toString() {
        return value;
    }
}
