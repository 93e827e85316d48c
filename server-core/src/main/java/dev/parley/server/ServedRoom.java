package dev.parley.server;

import dev.parley.log.AuditType;
import dev.parley.log.Draft;
import dev.parley.log.RoomId;
import dev.parley.log.RoomRecord;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Notice;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.room.Crowd;
import dev.parley.room.Member;
import dev.parley.room.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A room as the server runs it: what is stored is gathered into batches and fanned out once per turn of the event loop;
/// who came and went becomes notices in the log. On the event loop.
final class ServedRoom {

    private static final Duration CROWD_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_REST = Duration.ofMillis(2);

    private final Hall hall;
    private final Room<Batch> room;
    private final Beacon beacon;
    private final NameLists nameLists;
    private final Presences presences;
    private final TypingSigns typing;
    private final Gate gate = new Gate(this);
    private final Crowd crowd = new Crowd();
    private final List<Entry> fresh = new ArrayList<>();
    private RoomRecord record;
    private Reply.@Nullable Head toldHead;
    private byte[] encodedHead = {};
    private long restUntil;
    private boolean open;
    private boolean flushPlanned;
    private boolean crowdPlanned;
    private long crowdAt;
    private long messages;
    private long newest;

    ServedRoom(Hall hall, RoomRecord record) {
        this.hall = hall;
        this.record = record;
        this.room = new Room<>(record.options().maxMembers(), record.head());
        this.newest = record.head();
        this.beacon = new Beacon(hall, this);
        this.nameLists = new NameLists(hall, this);
        this.presences = new Presences(hall, this);
        this.typing = new TypingSigns(hall, this);
        this.restUntil = hall.nanos().getAsLong();
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

    /// False while the room is in the log only.
    boolean open() {
        return open;
    }

    void open(boolean now) {
        open = now;
        if (!now) {
            gate.forgive();
            gate.pause(false);
        }
    }

    /// New name, password or options; those who are inside stay.
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

    /// A [Reply.Head] with the newest number: the same for all who are told.
    byte[] encodedHead() {
        Reply.Head now = new Reply.Head(name(), head());
        if (!now.equals(toldHead)) {
            toldHead = now;
            encodedHead = Codec.encode(now, null);
        }
        return encodedHead;
    }

    Room<Batch> people() {
        return room;
    }

    Gate gate() {
        return gate;
    }

    Presences presences() {
        return presences;
    }

    TypingSigns typing() {
        return typing;
    }

    /// Where the rich members sit who are connected now.
    Stream<Seat> seats() {
        return room.members().stream().map(Member::outlet).filter(Seat.class::isInstance).map(Seat.class::cast);
    }

    void presenceChanged(Member<Batch> member) {
        presences.changed(member);
    }

    /// A member lost something that was sent to it.
    void lost() {
        beacon.lost();
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
        if (!flushPlanned) {
            flushPlanned = true;
            planFlush();
        }
    }

    /// In a busy room what comes within the time that the last fan-out took goes out together: one write costs the same
    /// whatever it carries. In a calm room nothing waits.
    private void planFlush() {
        long wait = restUntil - hall.nanos().getAsLong();
        if (wait <= 0) {
            hall.loop().execute(this::flush);
        } else {
            hall.loop().schedule(this::flush, Duration.ofNanos(wait));
        }
    }

    private void flush() {
        flushPlanned = false;
        if (fresh.isEmpty()) {
            return;
        }
        long start = hall.nanos().getAsLong();
        int texts = (int) fresh.stream().filter(e -> e.kind() == EntryKind.TEXT).count();
        try (Batch batch = new Batch(name(), fresh)) {
            fresh.clear();
            room.broadcast(batch, batch.last());
        }
        hall.datagrams().flush();
        long end = hall.nanos().getAsLong();
        restUntil = end + Math.min(end - start, LONGEST_REST.toNanos());
        beacon.restart();
        messages += texts;
        if (texts > 0) {
            hall.listener().stored(name(), texts);
        }
    }

    void joined(Member<Batch> member) {
        crowd.joined(member.name());
        hall.listener().joined(name(), member.name());
        hall.audit(AuditType.USER_JOINED, this, member.name(), "");
        peopleChanged();
    }

    /// @param reason empty for somebody who left by their own wish, or did not come back
    void left(Member<Batch> member, Optional<ErrorCode> reason) {
        if (!room.leave(member)) {
            return;
        }
        presences.left(member);
        if (reason.equals(Optional.of(ErrorCode.IDLE))) {
            crowd.idle(member.name());
        } else {
            crowd.left(member.name());
        }
        hall.listener().left(name(), member.name());
        hall.audit(leaving(reason), this, member.name(), "");
        peopleChanged();
    }

    private static AuditType leaving(Optional<ErrorCode> reason) {
        if (reason.equals(Optional.of(ErrorCode.IDLE))) {
            return AuditType.USER_TIMEOUT;
        }
        return reason.equals(Optional.of(ErrorCode.KICKED)) ? AuditType.KICKED : AuditType.USER_LEFT;
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
