package dev.parley.log;

import dev.parley.protocol.RoomName;
import java.util.Optional;

/// A room as the log keeps it.
///
/// @param id number in this log
/// @param name name as people see it
/// @param password what is needed to prove the password; empty for an open room
/// @param options the rules of the room
/// @param first number of the oldest entry that is kept; `head + 1` if retention removed them all, 0 if there never was
///     one
/// @param head number of the newest entry ever stored, 0 if there never was one; never goes back
public record RoomRecord(
        RoomId id, RoomName name, Optional<StoredPassword> password, RoomOptions options, long first, long head) {

    public RoomRecord {
        if (head < 0 || first < 0 || first > head + 1 || (head == 0) != (first == 0)) {
            throw new IllegalArgumentException("a room keeps entries first to head");
        }
    }

    /// The same room with another password, or open.
    public RoomRecord withPassword(Optional<StoredPassword> changed) {
        return new RoomRecord(id, name, changed, options, first, head);
    }

    /// The same room under another name.
    public RoomRecord withName(RoomName changed) {
        return new RoomRecord(id, changed, password, options, first, head);
    }

    /// The same room with other rules.
    public RoomRecord withOptions(RoomOptions changed) {
        return new RoomRecord(id, name, password, changed, first, head);
    }

    /// The same room with other bounds of its entries.
    public RoomRecord withEntries(long newFirst, long newHead) {
        return new RoomRecord(id, name, password, options, newFirst, newHead);
    }
}
