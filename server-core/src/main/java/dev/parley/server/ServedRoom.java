package dev.parley.server;

import dev.parley.log.AuditType;
import dev.parley.log.Draft;
import dev.parley.log.RoomId;
import dev.parley.log.RoomRecord;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Notice;
import dev.parley.protocol.RoomName;
import dev.parley.room.Crowd;
import dev.parley.room.Member;
import dev.parley.room.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A room as the server runs it: what is stored is gathered into batches and fanned out once per turn of the event loop;
/// who came and went becomes notices in the log. On the event loop.
final class ServedRoom {

    private static final Duration CROWD_PAUSE = Duration.ofMillis(250);

    private final Hall hall;
    private final Room<Batch> room;
    private final Beacon beacon;
    private final NameLists nameLists;
    private final Crowd crowd = new Crowd();
    private final List<Entry> fresh = new ArrayList<>();
    private RoomRecord record;
    private boolean flushPlanned;
    private boolean crowdPlanned;
    private long crowdAt;
    private long messages;
    private long newest;

    ServedRoom(Hall hall, RoomRecord record) {
        this.hall = hall;
        this.record = record;
        this.room = new Room<>(record.name(), record.options().maxMembers(), record.head());
        this.newest = record.head();
        this.beacon = new Beacon(hall, this);
        this.nameLists = new NameLists(hall, this);
        this.crowdAt = hall.nanos().getAsLong() - CROWD_PAUSE.toNanos();
    }

    RoomId id() {
        return record.id();
    }

    RoomName name() {
        return record.name();
    }

    RoomRecord record() {
        return record;
    }

    /// New password or options; those who are inside stay.
    void update(RoomRecord changed) {
        record = changed;
        room.capacity(changed.options().maxMembers());
    }

    boolean locked() {
        return record.password().isPresent();
    }

    long head() {
        return room.head();
    }

    Room<Batch> people() {
        return room;
    }

    /// Messages since the last call, for the audit.
    long takeMessageCount() {
        long n = messages;
        messages = 0;
        return n;
    }

    /// An entry is committed: everyone gets it when this turn of the loop ends.
    void stored(Entry entry) {
        if (entry.seq() <= newest) {
            return; // read again after a storage failure, but overtaken: members fetch it from the log
        }
        if (entry.seq() > newest + 1 && !fresh.isEmpty()) {
            flush(); // a batch has no hole inside: members notice one before it
        }
        newest = entry.seq();
        fresh.add(entry);
        if (entry.kind() == EntryKind.TEXT) {
            messages++;
        }
        if (!flushPlanned) {
            flushPlanned = true;
            hall.loop().execute(this::flush);
        }
    }

    private void flush() {
        flushPlanned = false;
        if (fresh.isEmpty()) {
            return;
        }
        try (Batch batch = new Batch(name(), fresh)) {
            fresh.clear();
            room.broadcast(batch, batch.last());
        }
        hall.datagrams().flush();
        beacon.restart();
    }

    void joined(Member<Batch> member) {
        crowd.joined(member.name());
        hall.listener().joined(name(), member.name());
        hall.audit(AuditType.USER_JOINED, this, member.name(), "");
        peopleChanged();
    }

    void left(Member<Batch> member, boolean idle) {
        if (!room.leave(member)) {
            return;
        }
        if (idle) {
            crowd.idle(member.name());
        } else {
            crowd.left(member.name());
        }
        hall.listener().left(name(), member.name());
        hall.audit(idle ? AuditType.USER_TIMEOUT : AuditType.USER_LEFT, this, member.name(), "");
        peopleChanged();
    }

    private void peopleChanged() {
        nameLists.changed();
        hall.roomsChanged();
        if (!crowdPlanned) {
            crowdPlanned = true;
            long wait = Math.max(0, crowdAt + CROWD_PAUSE.toNanos() - hall.nanos().getAsLong());
            hall.loop().schedule(this::announceCrowd, Duration.ofNanos(wait));
        }
    }

    private void announceCrowd() {
        crowdPlanned = false;
        crowdAt = hall.nanos().getAsLong();
        for (Notice notice : crowd.drain()) {
            Draft draft = new Draft(id(), MessageId.next(), EntryKind.NOTICE, notice.names().getFirst(), notice.toBody());
            hall.store().add(draft, this, outcome -> {});
        }
    }
}
