package dev.parley.log.h2;

import dev.parley.log.AuditEvent;
import dev.parley.log.AuditType;
import dev.parley.log.RoomId;
import dev.parley.log.RoomRecord;
import dev.parley.protocol.Entry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves entries from the [Journal] into the database.
final class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    /// Rows of one transaction: the page cache and the undo log of H2 stay small.
    private static final int STEP = 500;

    private static final String INSERT = "INSERT INTO entry (room, seq, message_id, kind, sender, stored_at, body)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private Settling() {}

    /// One at a time per database.
    static void settle(Database database, Pending pending) throws Exception {
        List<Row> rows = database.journal().cut();
        store(database, rows, pending::settled);
        database.journal().settled();
    }

    /// Brings what a host left in its journal into the database, and empties the journal. Entries that do not continue
    /// their room stay in files beside it, and the audit says so: someone has put an older database in the place of this.
    static void replay(Database database, DatabaseFile file, Clock clock) throws Exception {
        List<Row> rows;
        List<Row> misfits = new ArrayList<>();
        try {
            rows = database.journal().read();
        } catch (DamagedException e) {
            LOG.error("the journal cannot be used: {}", e.getMessage());
            setAside(database, file, clock);
            return;
        }
        if (rows.isEmpty()) {
            return;
        }
        List<Row> missing = database.read(sql -> missing(sql, rows, misfits));
        store(database, missing, step -> {});
        database.sync();
        if (misfits.isEmpty()) {
            database.journal().empty();
        } else {
            setAside(database, file, clock);
        }
        LOG.info("{} entries came from the journal", missing.size());
    }

    private static List<Row> missing(Sql sql, List<Row> rows, List<Row> misfits) {
        Map<RoomId, Long> heads = new HashMap<>();
        for (RoomRecord room : Rooms.read(sql)) {
            heads.put(room.id(), room.head());
        }
        List<Row> missing = new ArrayList<>();
        List<Row> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparingLong(row -> row.entry().seq()));
        for (Row row : ordered) {
            long head = heads.getOrDefault(row.room(), -1L);
            if (head >= 0 && row.entry().seq() == head + 1) {
                missing.add(row);
                heads.put(row.room(), head + 1);
            } else if (row.entry().seq() > head) {
                misfits.add(row);
            }
        }
        return missing;
    }

    private static void setAside(Database database, DatabaseFile file, Clock clock) throws Exception {
        List<String> names = Journal.copyAside(file, clock.instant());
        database.journal().empty();
        String detail = "Entries that do not belong to this message log were kept as " + String.join(", ", names) + ".";
        LOG.error("{} ({})", detail, file.name());
        database.write(sql -> {
            AuditTable.add(sql, List.of(AuditEvent.ofHost(clock.instant(), AuditType.DATABASE_RESTORED, detail)));
            return detail;
        });
    }

    /// @param stored told of each transaction after its commit
    private static void store(Database database, List<Row> rows, Consumer<List<Row>> stored) throws Exception {
        for (int i = 0; i < rows.size(); i += STEP) {
            List<Row> step = rows.subList(i, Math.min(rows.size(), i + STEP));
            database.write(sql -> {
                insert(sql, step);
                return step;
            });
            stored.accept(step);
        }
    }

    private static void insert(Sql sql, List<Row> rows) {
        try {
            sql.batch(INSERT, rows.stream().map(Settling::values).toList());
        } catch (Sql.SqlException e) {
            if (Failure.isDuplicate(e)) {
                throw new DamagedException("entry numbers of journal and database differ");
            }
            throw e;
        }
    }

    private static @Nullable Object[] values(Row row) {
        Entry entry = row.entry();
        return new @Nullable Object[] {
            row.room().value(),
            entry.seq(),
            entry.id().value(),
            entry.kind().wireName(),
            entry.from().value(),
            entry.at().toEpochMilli(),
            entry.body()
        };
    }
}
