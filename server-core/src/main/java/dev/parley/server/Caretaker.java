package dev.parley.server;

import dev.parley.crypto.PasswordParameters;
import dev.parley.crypto.PasswordSecret;
import dev.parley.log.AuditEvent;
import dev.parley.log.AuditType;
import dev.parley.log.LogException;
import dev.parley.log.MemberRecord;
import dev.parley.log.RoomExistsException;
import dev.parley.log.RoomOptions;
import dev.parley.log.RoomRecord;
import dev.parley.log.StoredPassword;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.room.Member;
import dev.parley.room.NameKey;
import dev.parley.room.Role;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the host does to its rooms: each change goes into the log first, then to the event loop. Any thread but the
/// loop's own; one change at a time.
final class Caretaker {

    private final Hall hall;
    private final OnLoop loop;
    private final SecureRandom random;

    Caretaker(Hall hall, OnLoop loop, SecureRandom random) {
        this.hall = hall;
        this.loop = loop;
        this.random = random;
    }

    /// A password is hashed before anything is locked: that takes a while.
    void open(RoomName room, Optional<char[]> password, RoomOptions options) {
        openWith(room, password.map(this::derive), options);
    }

    private synchronized void openWith(RoomName room, Optional<StoredPassword> password, RoomOptions options) {
        Optional<RoomRecord> known = find(room);
        if (known.isPresent()) {
            RoomRecord changed = known.get().withPassword(password).withOptions(options);
            hall.log().updateRoom(changed);
            loop.run(() -> hall.rooms().serve(changed));
            return;
        }
        requireFree(room, Optional.empty());
        RoomRecord made = hall.log().createRoom(room, password, options, NameKey.of(room).value());
        loop.run(() -> hall.rooms().serve(made));
        audit(AuditType.ROOM_CREATED, room, "");
    }

    synchronized boolean reopen(RoomName room) {
        Optional<RoomRecord> known = find(room);
        known.ifPresent(record -> loop.run(() -> hall.rooms().serve(record)));
        return known.isPresent();
    }

    Optional<RoomSettings> settings(RoomName room) {
        return loop.get(() -> hall.rooms().find(room).map(ServedRoom::record))
                .map(r -> new RoomSettings(r.name(), r.password().isPresent(), r.options()));
    }

    synchronized void changeOptions(RoomName room, RoomOptions options) {
        RoomRecord before = require(room);
        change(before.withOptions(options));
        if (everything(before.options()) && !everything(options)) {
            loop.get(() -> hall.rooms().find(room).map(this::inside).orElse(List.of())).forEach(hall.log()::saveMember);
        }
    }

    private static boolean everything(RoomOptions options) {
        return new Visibility(options.history()).everything();
    }

    /// Who is in the room or away for a moment, with what they may see: not in the log while all may see everything.
    private List<MemberRecord> inside(ServedRoom room) {
        List<MemberRecord> inside = new ArrayList<>();
        for (Visitor visitor : hall.visitors().all()) {
            Visitor.Place place = visitor.places().get(room);
            if (place != null) {
                visitor.record(room, place.visibleFrom(), hall.config().clock()).ifPresent(inside::add);
            }
        }
        return inside;
    }

    void changePassword(RoomName room, Optional<char[]> password) {
        require(room);
        setPassword(room, password.map(this::derive));
    }

    private synchronized void setPassword(RoomName room, Optional<StoredPassword> password) {
        change(require(room).withPassword(password));
    }

    private void change(RoomRecord changed) {
        hall.log().updateRoom(changed);
        loop.run(() -> hall.rooms().update(changed));
    }

    synchronized void rename(RoomName room, RoomName now) {
        RoomRecord record = require(room);
        if (record.name().equals(now)) {
            return;
        }
        requireFree(now, Optional.of(record));
        RoomRecord renamed = hall.log().renameRoom(record.id(), now, NameKey.of(now).value());
        loop.run(() -> hall.rooms().renamed(renamed));
        audit(AuditType.ROOM_RENAMED, now, "was " + record.name());
    }

    private void requireFree(RoomName name, Optional<RoomRecord> wantedFor) {
        if (loop.get(() -> hall.rooms().reserved(name, wantedFor.map(RoomRecord::id)))) {
            throw new RoomExistsException("Another room had this name a moment ago; wait two minutes, or choose another.");
        }
    }

    synchronized void close(RoomName room) {
        loop.run(() -> hall.rooms().find(room).ifPresent(hall.rooms()::close));
    }

    boolean remove(RoomName room, UserName who, boolean ban) {
        return loop.get(() -> hall.rooms().find(room).map(r -> remove(r, who, ban)).orElse(false));
    }

    private boolean remove(ServedRoom room, UserName who, boolean ban) {
        Optional<Member<Batch>> member = room.people().find(who).filter(m -> m.role() != Role.HOST);
        member.ifPresent(m -> {
            if (ban) {
                hall.visitors().find(m.name()).ifPresent(room.gate()::ban);
                hall.audit(AuditType.BANNED, room, m.name(), "");
            }
            hall.rooms().expel(room, m, ErrorCode.KICKED);
        });
        return member.isPresent();
    }

    void forgive(RoomName room) {
        loop.run(() -> hall.rooms().find(room).ifPresent(r -> r.gate().forgive()));
    }

    void pause(RoomName room, boolean paused) {
        loop.run(() -> hall.rooms().find(room).ifPresent(r -> r.gate().pause(paused)));
    }

    private RoomRecord require(RoomName room) {
        return find(room).orElseThrow(() -> new LogException("There is no such room."));
    }

    private Optional<RoomRecord> find(RoomName room) {
        NameKey key = NameKey.of(room);
        return hall.log().rooms().stream().filter(r -> NameKey.of(r.name()).equals(key)).findFirst();
    }

    private StoredPassword derive(char[] password) {
        PasswordParameters how = PasswordParameters.fresh(random);
        try (PasswordSecret secret = PasswordSecret.derive(password, how)) {
            return new StoredPassword(secret.copy(), how.salt(), how.memoryKib(), how.iterations(), how.lanes());
        }
    }

    private void audit(AuditType type, RoomName room, String detail) {
        hall.store().audit(new AuditEvent(hall.config().clock().instant(), type, Optional.of(room), Optional.empty(), detail));
    }
}
