package dev.parley.log.h2;

import dev.parley.log.Appended;
import dev.parley.log.Draft;
import dev.parley.log.RoomId;
import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Stores batches. The normal path is one batched insert and one commit, in plain JDBC because it decides how many
/// messages a second a host can take. Duplicates are found in memory; those too old for it hit the unique key, then the
/// batch is rolled back, their numbers are looked up, and the rest is stored. Used by one thread.
final class Appender {

    private static final String INSERT = "INSERT INTO entry (room, seq, message_id, kind, sender, stored_at, body)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final int IDS_PER_QUERY = 500;

    private final Rooms rooms;
    private final Clock clock;
    private final RecentIds recent = new RecentIds();

    Appender(Rooms rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    /// @param handle the writer's own, with nothing open
    List<Appended> append(Handle handle, List<Draft> drafts) throws SQLException {
        Connection connection = handle.getConnection();
        connection.setAutoCommit(false);
        try {
            Batch batch = plan(handle, drafts);
            try {
                insert(connection, batch.rows);
            } catch (SQLException e) {
                if (!Failure.isDuplicate(e)) {
                    throw e;
                }
                connection.rollback();
                learn(handle, drafts);
                batch = plan(handle, drafts);
                insertNew(connection, batch.rows);
            }
            connection.commit();
            batch.rows.forEach(row -> recent.add(row.room, row.entry.id(), row.entry.seq()));
            batch.heads.forEach(rooms::appended);
            return batch.results;
        } catch (SQLException | RuntimeException e) {
            // what was meant to be stored may or may not be there: the database decides when it is asked next
            recent.clear();
            Store.rollback(connection, e);
            throw e;
        }
    }

    private Batch plan(Handle handle, List<Draft> drafts) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Batch batch = new Batch();
        for (Draft draft : drafts) {
            long head = batch.heads.getOrDefault(draft.room(), rooms.get(draft.room()).head());
            Optional<Entry> earlier = earlier(handle, batch, draft);
            if (earlier.isPresent()) {
                batch.results.add(new Appended.Duplicate(earlier.get()));
                continue;
            }
            Entry entry = new Entry(head + 1, draft.id(), draft.kind(), draft.from(), now, draft.body());
            batch.heads.put(draft.room(), entry.seq());
            batch.inBatch.computeIfAbsent(draft.room(), room -> new HashMap<>()).put(entry.id(), entry);
            batch.rows.add(new Row(draft.room(), entry));
            batch.results.add(new Appended.Stored(entry));
        }
        return batch;
    }

    private Optional<Entry> earlier(Handle handle, Batch batch, Draft draft) {
        Entry inBatch = batch.inBatch.getOrDefault(draft.room(), Map.of()).get(draft.id());
        if (inBatch != null) {
            return Optional.of(inBatch);
        }
        OptionalLong seq = recent.seq(draft.room(), draft.id());
        if (seq.isEmpty()) {
            return Optional.empty();
        }
        Optional<Entry> stored = Entries.bySeq(handle, draft.room(), seq.getAsLong());
        if (stored.isEmpty()) {
            recent.remove(draft.room(), draft.id()); // retention took it
        }
        return stored;
    }

    private static void insertNew(Connection connection, List<Row> rows) throws SQLException {
        try {
            insert(connection, rows);
        } catch (SQLException e) {
            if (Failure.isDuplicate(e)) {
                throw new DamagedException("entry numbers of memory and database differ");
            }
            throw e;
        }
    }

    private static void insert(Connection connection, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Row row : rows) {
                insert.setInt(1, row.room.value());
                insert.setLong(2, row.entry.seq());
                insert.setString(3, row.entry.id().value());
                insert.setString(4, row.entry.kind().wireName());
                insert.setString(5, row.entry.from().value());
                insert.setLong(6, row.entry.at().toEpochMilli());
                insert.setString(7, row.entry.body());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// Looks up which of the ids are in the log already.
    private void learn(Handle handle, List<Draft> drafts) {
        Map<RoomId, List<String>> ids = drafts.stream()
                .collect(Collectors.groupingBy(
                        Draft::room, Collectors.mapping(draft -> draft.id().value(), Collectors.toList())));
        ids.forEach((room, all) -> {
            for (int i = 0; i < all.size(); i += IDS_PER_QUERY) {
                handle.createQuery("SELECT message_id, seq FROM entry WHERE room = :room AND message_id IN (<ids>)")
                        .bind("room", room.value())
                        .bindList("ids", all.subList(i, Math.min(all.size(), i + IDS_PER_QUERY)))
                        .map((row, context) -> Map.entry(new MessageId(row.getString(1)), row.getLong(2)))
                        .forEach(found -> recent.add(room, found.getKey(), found.getValue()));
            }
        });
    }

    private record Row(RoomId room, Entry entry) {}

    /// What a list of drafts becomes.
    private static final class Batch {
        final List<Row> rows = new ArrayList<>();
        final List<Appended> results = new ArrayList<>();
        final Map<RoomId, Long> heads = new HashMap<>();
        final Map<RoomId, Map<MessageId, Entry>> inBatch = new HashMap<>();
    }
}
