package dev.parley.log.h2;

import dev.parley.log.AuditEvent;
import dev.parley.log.AuditRecord;
import dev.parley.log.AuditType;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The audit.
final class AuditTable {

    private AuditTable() {}

    static void add(Sql sql, List<AuditEvent> events) {
        sql.batch(
                "INSERT INTO audit (happened_at, type, room, person, detail) VALUES (?, ?, ?, ?, ?)",
                events.stream().map(AuditTable::values).toList());
    }

    private static @Nullable Object[] values(AuditEvent event) {
        return new @Nullable Object[] {
            event.at().toEpochMilli(),
            event.type().name(),
            event.room().map(RoomName::value).orElse(null),
            event.person().map(UserName::value).orElse(null),
            event.detail()
        };
    }

    static List<AuditRecord> before(Sql sql, long before, int limit) {
        return sql.list(
                        row -> new AuditRecord(row.getLong(1), event(row)),
                        "SELECT number, happened_at, type, room, person, detail FROM audit"
                                + " WHERE number < ? ORDER BY number DESC FETCH FIRST ? ROWS ONLY",
                        before,
                        limit)
                .reversed();
    }

    static int keepNewest(Sql sql, int keep) {
        return sql.first(
                        row -> row.getLong(1), "SELECT number FROM audit ORDER BY number DESC OFFSET ? ROWS FETCH FIRST 1 ROW ONLY", keep)
                .map(last -> sql.execute("DELETE FROM audit WHERE number <= ?", last))
                .orElse(0);
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                Instant.ofEpochMilli(row.getLong(2)),
                AuditType.valueOf(row.getString(3)),
                Optional.ofNullable(row.getString(4)).map(RoomName::new),
                Optional.ofNullable(row.getString(5)).map(UserName::new),
                row.getString(6));
    }
}
