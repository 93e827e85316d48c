package dev.parley.log;

import dev.parley.protocol.UserName;
import java.time.Instant;

/// What a room remembers about one device of a person.
///
/// @param room the room
/// @param deviceHash hash of the device's token, 1 to 128 characters; the token itself is never stored
/// @param name the name used last
/// @param visibleFrom number of the first entry that this device may see, 1 or more
/// @param lastSeen when it was in the room last, whole milliseconds
public record MemberRecord(RoomId room, String deviceHash, UserName name, long visibleFrom, Instant lastSeen) {

    public MemberRecord {
        deviceHash = DeviceHash.requireValid(deviceHash);
        if (visibleFrom < 1) {
            throw new IllegalArgumentException("entries are numbered from 1");
        }
        lastSeen = Instant.ofEpochMilli(lastSeen.toEpochMilli());
    }
}
