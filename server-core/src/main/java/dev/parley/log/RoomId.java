package dev.parley.log;

/// Number of a room in one log. Given by the log, never used again.
///
/// @param value 1 or more
public record RoomId(int value) {

    public RoomId {
        if (value < 1) {
            throw new IllegalArgumentException("a room id starts at 1");
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
