package dev.parley.log.h2;

import dev.parley.log.Appended;
import dev.parley.log.AuditEvent;
import dev.parley.log.AuditRecord;
import dev.parley.log.Draft;
import dev.parley.log.LogBusyException;
import dev.parley.log.LogException;
import dev.parley.log.MemberRecord;
import dev.parley.log.MessageLog;
import dev.parley.log.NewerLogException;
import dev.parley.log.RoomId;
import dev.parley.log.RoomOptions;
import dev.parley.log.RoomRecord;
import dev.parley.log.StorageException;
import dev.parley.log.StoredPassword;
import dev.parley.protocol.Entry;
import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.RoomName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/// The log in one H2 file, `parley.mv.db` in the data folder, and the journal in front of it.
public final class H2MessageLog implements MessageLog {

    private final Storage storage;
    private final Rooms rooms;
    private final Pending pending;
    private final FolderLock lock;
    private final Appender appender;
    private final BackupMaker backups;
    private final AtomicBoolean closed = new AtomicBoolean();

    H2MessageLog(Storage storage, Rooms rooms, Pending pending, FolderLock lock, Clock clock) {
        this.storage = storage;
        this.rooms = rooms;
        this.pending = pending;
        this.lock = lock;
        this.appender = new Appender(rooms, pending, clock);
        this.backups = new BackupMaker(storage, rooms, clock);
    }

    /// Opens the log of a data folder, or makes a new one. An unreadable file is no failure: see [OpenResult].
    ///
    /// @param dataFolder made if missing, readable by its owner only; without a semicolon in its path
    /// @throws LogBusyException if another process has it open
    /// @throws NewerLogException if a newer Parley wrote it
    /// @throws StorageException if the disk is full or the folder cannot be used
    public static OpenResult open(Path dataFolder, Clock clock) {
        return open(dataFolder, DatabaseFile.DISK, clock);
    }

    /// @param scheme H2 file system for the database file
    static OpenResult open(Path dataFolder, String scheme, Clock clock) {
        return new Opening(dataFolder, scheme, clock).open();
    }

    /// Where the backups of a data folder are looked for.
    public static Path backups(Path dataFolder) {
        return dataFolder.resolve("backups");
    }

    @Override
    public RoomRecord createRoom(
            RoomName name, Optional<StoredPassword> password, RoomOptions options, String lookAlikeKey) {
        Rooms.requireKey(lookAlikeKey);
        RoomRecord room = storage.write(sql -> rooms.create(sql, name, password, options, lookAlikeKey));
        rooms.created(room);
        return room;
    }

    @Override
    public RoomRecord renameRoom(RoomId room, RoomName now, String lookAlikeKey) {
        Rooms.requireKey(lookAlikeKey);
        rooms.get(room);
        storage.write(sql -> {
            rooms.rename(sql, room, now, lookAlikeKey);
            return now;
        });
        return rooms.renamed(room, now);
    }

    @Override
    public void updateRoom(RoomRecord room) {
        rooms.get(room.id());
        storage.write(sql -> {
            rooms.update(sql, room);
            return room;
        });
        rooms.updated(room);
    }

    @Override
    public List<RoomRecord> rooms() {
        return rooms.all();
    }

    @Override
    public List<Appended> append(List<Draft> drafts) {
        return storage.append(database -> appender.append(database, drafts));
    }

    @Override
    public Optional<List<Appended>> appendAtOnce(List<Draft> drafts) {
        return storage.appendAtOnce(database -> appender.appendAtOnce(database, drafts));
    }

    @Override
    public List<Entry> range(RoomId room, long from, int limit) {
        RoomRecord bounds = rooms.get(room);
        long start = Math.max(from, Math.max(1, bounds.first()));
        long page = Math.min(limit, Limits.PAGE_ENTRIES);
        if (page < 1 || start > bounds.head()) {
            return List.of();
        }
        long end = Math.min(bounds.head(), start + page - 1);
        return both(room, start, end);
    }

    /// Entries `start` to `end`, from the database and, where they have not settled, from memory.
    private List<Entry> both(RoomId room, long start, long end) {
        List<Entry> newest = pending.within(room, start, end);
        long settled = newest.isEmpty() ? end : newest.getFirst().seq() - 1;
        if (settled < start) {
            return newest;
        }
        List<Entry> oldest = storage.read(sql -> Entries.range(sql, room, start, settled));
        if (newest.isEmpty()) {
            return oldest;
        }
        List<Entry> all = new ArrayList<>(oldest);
        all.addAll(newest);
        return List.copyOf(all);
    }

    @Override
    public List<Entry> between(RoomId room, long from, long before, int limit, Optional<String> search) {
        RoomRecord bounds = rooms.get(room);
        long oldest = Math.max(from, Math.max(1, bounds.first()));
        long end = Math.min(before - 1, bounds.head());
        int page = Math.min(limit, Limits.PAGE_ENTRIES);
        if (page < 1 || before < 1 || end < oldest) {
            return List.of();
        }
        Optional<Search> words = search.map(Search::of).filter(found -> !found.isEmpty());
        if (words.isPresent()) {
            return found(words.get(), room, oldest, end, page);
        }
        return both(room, Math.max(oldest, end - page + 1), end);
    }

    private List<Entry> found(Search search, RoomId room, long oldest, long newest, int page) {
        List<Entry> unsettled = pending.within(room, oldest, newest);
        List<Entry> hits = new ArrayList<>(
                unsettled.reversed().stream().filter(search::matches).limit(page).toList());
        long settled = unsettled.isEmpty() ? newest : unsettled.getFirst().seq() - 1;
        for (long end = settled; end >= oldest && hits.size() < page; end -= Search.WINDOW) {
            long to = end;
            long from = Math.max(oldest, to - Search.WINDOW + 1);
            int missing = page - hits.size();
            hits.addAll(storage.read(sql -> search.newestFirst(sql, room, from, to, missing)));
        }
        return List.copyOf(hits.reversed());
    }

    @Override
    public Optional<Entry> find(RoomId room, MessageId id) {
        return pending.find(room, id).or(() -> storage.read(sql -> Entries.byId(sql, room, id)));
    }

    @Override
    public void audit(List<AuditEvent> events) {
        if (!events.isEmpty()) {
            storage.write(sql -> {
                AuditTable.add(sql, events);
                return true;
            });
        }
    }

    @Override
    public List<AuditRecord> auditBefore(long before, int limit) {
        int page = Math.min(limit, Limits.PAGE_ENTRIES);
        return page < 1 ? List.of() : storage.read(sql -> AuditTable.before(sql, before, page));
    }

    @Override
    public int retainAudit(int keep) {
        return storage.write(sql -> AuditTable.keepNewest(sql, keep));
    }

    @Override
    public Optional<MemberRecord> member(RoomId room, String deviceHash) {
        return storage.read(sql -> Members.find(sql, room, deviceHash));
    }

    @Override
    public void saveMember(MemberRecord member) {
        rooms.get(member.room());
        storage.write(sql -> {
            Members.save(sql, member);
            return member;
        });
    }

    @Override
    public OptionalLong cursor(RoomId room, String deviceHash) {
        return storage.read(sql -> Members.cursor(sql, room, deviceHash));
    }

    @Override
    public void saveCursor(RoomId room, String deviceHash, long seq) {
        rooms.get(room);
        if (deviceHash.isEmpty() || deviceHash.length() > 128 || seq < 0) {
            throw new LogException("This is not a read mark.");
        }
        storage.write(sql -> {
            Members.saveCursor(sql, room, deviceHash, seq);
            return seq;
        });
    }

    @Override
    public int retain(RoomId room, Instant now) {
        int gone = 0;
        storage.settle();
        while (true) {
            RoomRecord before = rooms.get(room);
            long first = storage.write(
                    sql -> Retainer.step(sql, before, pending.settledHead(room, before.head()), now));
            if (first == before.first()) {
                return gone;
            }
            rooms.retained(room, first);
            gone += (int) (first - before.first());
        }
    }

    @Override
    public void sync() {
        storage.sync();
    }

    @Override
    public boolean tidy() {
        storage.settle();
        return storage.tidy();
    }

    @Override
    public Path backup(Path folder) {
        return backups.make(folder);
    }

    @Override
    public void probeWritable() {
        storage.recover();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                storage.close();
            } finally {
                lock.close();
            }
        }
    }
}
