package dev.parley.log.h2;

import dev.parley.log.Appended;
import dev.parley.log.Draft;
import dev.parley.log.RoomId;
import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Stores batches: gives them numbers, finds what is there already, and writes the rest to the journal at once. Duplicates
/// are found in memory; for ids that may be older than it the database is asked before anything is written. Not
/// thread-safe.
final class Appender {

    private final Rooms rooms;
    private final Pending pending;
    private final Clock clock;
    private final RecentIds recent = new RecentIds();
    private @Nullable Database known;

    Appender(Rooms rooms, Pending pending, Clock clock) {
        this.rooms = rooms;
        this.pending = pending;
        this.clock = clock;
    }

    List<Appended> append(Database database, List<Draft> drafts) throws IOException {
        forgetOther(database);
        Batch batch = plan(database.writer(), drafts);
        if (!batch.rows.isEmpty()) {
            database.journal().append(batch.rows);
        }
        batch.rows.forEach(row -> recent.add(row.room(), row.entry().id(), row.entry().seq()));
        batch.heads.forEach(rooms::appended);
        return batch.results;
    }

    /// Empty if the database would have to be asked; nothing is stored then.
    Optional<List<Appended>> appendAtOnce(Database database, List<Draft> drafts) throws IOException {
        forgetOther(database);
        for (Draft draft : drafts) {
            if (!recent.isNew(draft.room(), draft.id())) {
                return Optional.empty();
            }
        }
        return Optional.of(append(database, drafts));
    }

    /// After a failure the database is another, and what was meant to be stored last may or may not be in it. Within one
    /// database nothing may be forgotten: it does not know the ids that are pending.
    private void forgetOther(Database database) {
        if (database != known) {
            known = database;
            recent.clear();
        }
    }

    private Batch plan(Sql sql, List<Draft> drafts) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Batch batch = new Batch();
        for (Draft draft : drafts) {
            long head = batch.heads.getOrDefault(draft.room(), rooms.get(draft.room()).head());
            Optional<Entry> earlier = earlier(sql, batch, draft);
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

    private Optional<Entry> earlier(Sql sql, Batch batch, Draft draft) {
        RoomId room = draft.room();
        MessageId id = draft.id();
        Optional<Entry> young = Optional.ofNullable(
                        batch.inBatch.getOrDefault(room, Map.of()).get(id))
                .or(() -> pending.find(room, id));
        if (young.isPresent()) {
            return young;
        }
        OptionalLong seq = recent.seq(room, id);
        if (seq.isPresent()) {
            Optional<Entry> stored = Entries.bySeq(sql, room, seq.getAsLong());
            if (stored.isEmpty()) {
                recent.remove(room, id); // retention took it
            }
            return stored;
        }
        return recent.mayBeForgotten(room, id, () -> Entries.greatestId(sql, room))
                ? Entries.byId(sql, room, id)
                : Optional.empty();
    }

    /// What a list of drafts becomes.
    private static final class Batch {
        final List<Row> rows = new ArrayList<>();
        final List<Appended> results = new ArrayList<>();
        final Map<RoomId, Long> heads = new HashMap<>();
        final Map<RoomId, Map<MessageId, Entry>> inBatch = new HashMap<>();
    }
}
