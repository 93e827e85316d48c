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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The audit.
final class AuditTable {

    private AuditTable() {}

    static void add(Handle handle, List<AuditEvent> events) {
        PreparedBatch insert = handle.prepareBatch(
                "INSERT INTO audit (happened_at, type, room, person, detail) VALUES (?, ?, ?, ?, ?)");
        for (AuditEvent event : events) {
            insert.add(
                    event.at().toEpochMilli(),
                    event.type().name(),
                    event.room().map(RoomName::value).orElse(null),
                    event.person().map(UserName::value).orElse(null),
                    event.detail());
        }
        insert.execute();
    }

    static List<AuditRecord> before(Handle handle, long before, int limit) {
        return handle.createQuery("SELECT number, happened_at, type, room, person, detail FROM audit"
                        + " WHERE number < ? ORDER BY number DESC FETCH FIRST ? ROWS ONLY")
                .bind(0, before)
                .bind(1, limit)
                .map((row, context) -> new AuditRecord(row.getLong(1), event(row)))
                .list()
                .reversed();
    }

    static int keepNewest(Handle handle, int keep) {
        return handle.createQuery("SELECT number FROM audit ORDER BY number DESC OFFSET ? ROWS FETCH FIRST 1 ROW ONLY")
                .bind(0, keep)
                .mapTo(Long.class)
                .findOne()
                .map(last -> handle.execute("DELETE FROM audit WHERE number <= ?", last))
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
