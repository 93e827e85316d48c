package dev.parley.log.h2;

import dev.parley.log.MemberRecord;
import dev.parley.log.RoomId;
import dev.parley.protocol.UserName;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What a room remembers about devices, and how far each has read. Writes come from one thread at a time, so changing
/// a row and, if there is none, adding it needs no special SQL.
final class Members {

    private Members() {}

    static Optional<MemberRecord> find(Sql sql, RoomId room, String deviceHash) {
        return sql.first(
                row -> new MemberRecord(
                        room,
                        deviceHash,
                        new UserName(row.getString(1)),
                        row.getLong(2),
                        Instant.ofEpochMilli(row.getLong(3))),
                "SELECT name, visible_from, last_seen FROM member WHERE room = ? AND device_hash = ?",
                room.value(),
                deviceHash);
    }

    static void save(Sql sql, MemberRecord member) {
        int changed = sql.execute(
                "UPDATE member SET name = ?, visible_from = ?, last_seen = ? WHERE room = ? AND device_hash = ?",
                member.name().value(),
                member.visibleFrom(),
                member.lastSeen().toEpochMilli(),
                member.room().value(),
                member.deviceHash());
        if (changed == 0) {
            sql.execute(
                    "INSERT INTO member (room, device_hash, name, visible_from, last_seen) VALUES (?, ?, ?, ?, ?)",
                    member.room().value(),
                    member.deviceHash(),
                    member.name().value(),
                    member.visibleFrom(),
                    member.lastSeen().toEpochMilli());
        }
    }

    static OptionalLong cursor(Sql sql, RoomId room, String deviceHash) {
        return sql
                .list(row -> row.getLong(1), "SELECT seq FROM read_cursor WHERE room = ? AND device_hash = ?", room.value(), deviceHash)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    static void saveCursor(Sql sql, RoomId room, String deviceHash, long seq) {
        OptionalLong old = cursor(sql, room, deviceHash);
        if (old.isEmpty()) {
            sql.execute(
                    "INSERT INTO read_cursor (room, device_hash, seq) VALUES (?, ?, ?)", room.value(), deviceHash, seq);
        } else if (old.getAsLong() < seq) {
            sql.execute(
                    "UPDATE read_cursor SET seq = ? WHERE room = ? AND device_hash = ?", seq, room.value(), deviceHash);
        }
    }
}
