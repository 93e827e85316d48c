package dev.parley.app.memory;

import java.time.Instant;

/// What is remembered of a room that was visited.
///
/// @param key which room
/// @param hostName name of the person who hosts it, as it was last
/// @param address `host:port` where it was last
/// @param own true if it was hosted from this data folder
/// @param locked true if it takes a password
/// @param visited when we were inside last
/// @param read number of the newest entry that the person has seen, 0 for none
/// @param muted true if it must not notify
/// @param draft words that were typed and not sent
public record RememberedRoom(RoomKey key, String hostName, String address, boolean own, boolean locked,
        Instant visited, long read, boolean muted, String draft) {

    /// Before the first visit.
    public static RememberedRoom fresh(RoomKey key, Instant now) {
        return new RememberedRoom(key, "", "", false, false, now, 0, false, "");
    }

    public RememberedRoom visitedAt(Instant when, String where, String host, boolean isLocked) {
        return new RememberedRoom(key, host, where, own, isLocked, when, read, muted, draft);
    }

    public RememberedRoom asOwn() {
        return new RememberedRoom(key, hostName, address, true, locked, visited, read, muted, draft);
    }

    /// Numbers only go up.
    public RememberedRoom readTo(long seq) {
        return new RememberedRoom(key, hostName, address, own, locked, visited, Math.max(read, seq), muted, draft);
    }

    public RememberedRoom withMuted(boolean on) {
        return new RememberedRoom(key, hostName, address, own, locked, visited, read, on, draft);
    }

    public RememberedRoom withDraft(String words) {
        return new RememberedRoom(key, hostName, address, own, locked, visited, read, muted, words);
    }

    public RememberedRoom renamed(RoomKey now) {
        return new RememberedRoom(now, hostName, address, own, locked, visited, read, muted, draft);
    }
}
