package dev.parley.log;

import dev.parley.protocol.Entry;
import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.RoomName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Durable rooms, entries, members and audit. Every method may throw [StorageException]; after that, writing methods
/// keep throwing it until [#probeWritable] succeeds, while reading methods go on if the disk allows.
///
/// Any thread may call any method, except that [#append] and [#appendAtOnce] never run at the same time: their caller
/// holds a lock. All may block on the disk. Interrupting a caller is harmless: the call finishes and the thread stays
/// interrupted.
public interface MessageLog extends AutoCloseable {

    /// Makes a room.
    ///
    /// @param lookAlikeKey the name folded so that names which look the same have the same key, 1 to 400 characters
    /// @throws RoomExistsException if the name or the key is taken
    RoomRecord createRoom(
            RoomName name, Optional<StoredPassword> password, RoomOptions options, String lookAlikeKey);

    /// Changes password and options of a room; name and entry numbers in the record are ignored.
    ///
    /// @throws LogException if there is no such room
    void updateRoom(RoomRecord room);

    /// Gives a room another name; everything else stays.
    ///
    /// @param lookAlikeKey of the new name, see [#createRoom]
    /// @throws RoomExistsException if another room has the name or the key
    /// @throws LogException if there is no such room
    RoomRecord renameRoom(RoomId room, RoomName now, String lookAlikeKey);

    /// Every room in the order of creation.
    List<RoomRecord> rooms();

    /// Stores all drafts or none, in one transaction, with contiguous numbers per room and the time of the clock.
    /// After a failure it is unknown whether they are stored: send them again, the ids are recognised.
    ///
    /// @return one result per draft, in order
    /// @throws LogException if a room does not exist; nothing is stored then
    List<Appended> append(List<Draft> drafts);

    /// As [#append], but only if that costs no more than handing some bytes to the operating system. Empty, and nothing
    /// stored, if the database would have to be asked, if the log is being exchanged, or if something is wrong: then
    /// [#append] the same drafts next, which does it or says why not.
    Optional<List<Appended>> appendAtOnce(List<Draft> drafts);

    /// Entries from number `from` on, ascending.
    ///
    /// @param limit at most this many, and at most [Limits#PAGE_ENTRIES]
    List<Entry> range(RoomId room, long from, int limit);

    /// The newest entries with a number below `before`, ascending.
    ///
    /// @param limit at most this many, and at most [Limits#PAGE_ENTRIES]
    /// @param search words, separated by blanks: only texts (no notices) that contain every one of them, whatever the
    ///     case; of very long searches only the first 16 words count
    default List<Entry> before(RoomId room, long before, int limit, Optional<String> search) {
        return between(room, 1, before, limit, search);
    }

    /// The newest entries with a number from `from` on and below `before`, otherwise as [#before].
    List<Entry> between(RoomId room, long from, long before, int limit, Optional<String> search);

    Optional<Entry> find(RoomId room, MessageId id);

    /// Stores one event; see [#audit(List)].
    default void audit(AuditEvent event) {
        audit(List.of(event));
    }

    /// Stores events in one transaction.
    void audit(List<AuditEvent> events);

    /// The newest audit events with a number below `before`, ascending, at most [Limits#PAGE_ENTRIES].
    List<AuditRecord> auditBefore(long before, int limit);

    /// Deletes all but the newest audit events.
    ///
    /// @return how many went
    int retainAudit(int keep);

    Optional<MemberRecord> member(RoomId room, String deviceHash);

    /// Adds or replaces what is remembered about a device.
    void saveMember(MemberRecord member);

    /// The newest entry that a device has read, if known.
    OptionalLong cursor(RoomId room, String deviceHash);

    /// Moves the read mark of a device forward; a smaller number than the stored one changes nothing.
    void saveCursor(RoomId room, String deviceHash, long seq);

    /// Deletes what the room's [Retention] no longer keeps, oldest first and in small steps.
    ///
    /// @return how many entries went
    int retain(RoomId room, Instant now);

    /// Returns when everything stored so far would survive a power cut.
    void sync();

    /// A little housekeeping: what was appended goes where it stays, and space that became free is used again. Takes some
    /// milliseconds and holds nobody up. Wanted every second or two while something is stored, and afterwards as long as
    /// there is more to do.
    ///
    /// @return true if there is more to do
    boolean tidy();

    /// Writes a backup and checks it by opening it.
    ///
    /// @param folder where it goes; made if missing
    /// @return the new file, named so that [BackupFiles] finds it
    /// @throws BackupException if it could not be made or did not pass the check
    Path backup(Path folder);

    /// Returns if the log can be written, after trying. Brings it back after a failure; entry numbers of [#rooms] may
    /// have moved forward then.
    ///
    /// @throws StorageException if it still cannot
    void probeWritable();

    /// Idempotent.
    @Override
    void close();
}
