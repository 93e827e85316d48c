package dev.parley.log;

import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.RoomName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// A real log that notes what is done with it and can be made to wait or to fail.
class TroubledLog implements MessageLog {

    static final String FULL = "The disk is full.";

    /// `append 3`, `sync`, `probe`, `backup`, `retain 1`, `close`, in the order in which they ended or failed.
    final List<String> calls = new CopyOnWriteArrayList<>();

    final AtomicBoolean full = new AtomicBoolean();
    final AtomicBoolean atOnce = new AtomicBoolean();
    final AtomicBoolean broken = new AtomicBoolean();
    final AtomicBoolean noBackups = new AtomicBoolean();
    final Semaphore mayAppend = new Semaphore(1);
    final Semaphore appending = new Semaphore(0);

    private final MessageLog log;

    TroubledLog(MessageLog log) {
        this.log = log;
    }

    long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    private void writes(String call) {
        calls.add(call);
        if (full.get()) {
            throw new StorageException(FULL);
        }
    }

    @Override
    public List<Appended> append(List<Draft> drafts) {
        appending.release();
        mayAppend.acquireUninterruptibly();
        mayAppend.release();
        writes("append " + drafts.size());
        return log.append(drafts);
    }

    @Override
    public Optional<List<Appended>> appendAtOnce(List<Draft> drafts) {
        if (!atOnce.get()) {
            return Optional.empty();
        }
        calls.add("at once " + drafts.size());
        if (broken.get()) {
            throw new AssertionError("no more memory, for example");
        }
        return full.get() ? Optional.empty() : log.appendAtOnce(drafts);
    }

    @Override
    public void sync() {
        writes("sync");
        log.sync();
    }

    @Override
    public boolean tidy() {
        writes("tidy");
        return log.tidy();
    }

    @Override
    public void probeWritable() {
        writes("probe");
        log.probeWritable();
    }

    @Override
    public void audit(List<AuditEvent> events) {
        writes("audit " + events.size());
        log.audit(events);
    }

    @Override
    public Path backup(Path folder) {
        calls.add("backup");
        if (noBackups.get()) {
            throw new BackupException("no");
        }
        return log.backup(folder);
    }

    @Override
    public int retain(RoomId room, Instant now) {
        writes("retain " + room);
        return log.retain(room, now);
    }

    @Override
    public void close() {
        calls.add("close");
        log.close();
    }

    @Override
    public RoomRecord createRoom(
            RoomName name, Optional<StoredPassword> password, RoomOptions options, String lookAlikeKey) {
        return log.createRoom(name, password, options, lookAlikeKey);
    }

    @Override
    public void updateRoom(RoomRecord room) {
        log.updateRoom(room);
    }

    @Override
    public RoomRecord renameRoom(RoomId room, RoomName now, String lookAlikeKey) {
        return log.renameRoom(room, now, lookAlikeKey);
    }

    @Override
    public List<RoomRecord> rooms() {
        return log.rooms();
    }

    @Override
    public List<Entry> range(RoomId room, long from, int limit) {
        return log.range(room, from, limit);
    }

    @Override
    public List<Entry> between(RoomId room, long from, long before, int limit, Optional<String> search) {
        return log.between(room, from, before, limit, search);
    }

    @Override
    public Optional<Entry> find(RoomId room, MessageId id) {
        return log.find(room, id);
    }

    @Override
    public List<AuditRecord> auditBefore(long before, int limit) {
        return log.auditBefore(before, limit);
    }

    @Override
    public int retainAudit(int keep) {
        return log.retainAudit(keep);
    }

    @Override
    public Optional<MemberRecord> member(RoomId room, String deviceHash) {
        return log.member(room, deviceHash);
    }

    @Override
    public void saveMember(MemberRecord member) {
        log.saveMember(member);
    }

    @Override
    public OptionalLong cursor(RoomId room, String deviceHash) {
        return log.cursor(room, deviceHash);
    }

    @Override
    public void saveCursor(RoomId room, String deviceHash, long seq) {
        log.saveCursor(room, deviceHash, seq);
    }
}
