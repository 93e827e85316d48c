package dev.parley.server;

import dev.parley.log.MemberRecord;
import dev.parley.log.RoomId;
import dev.parley.protocol.UserName;
import dev.parley.room.Member;
import dev.parley.room.Role;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person who is logged in, or was a moment ago and may come back: outlives the connection by the grace time, so that
/// a short loss is noticed by nobody. On the event loop.
final class Visitor {

    /// A member's place in a room, which is kept while it is away for a moment.
    ///
    /// @param visibleFrom the oldest entry that it may see
    record Place(Member<Batch> member, long visibleFrom) {}

    private final UserName name;
    private final boolean owner;
    private final Optional<String> device;
    private final Map<ServedRoom, Place> places = new HashMap<>();
    private final Set<RoomId> admitted = new HashSet<>();
    private final Set<ServedRoom> regular = new HashSet<>();
    private final Set<ServedRoom> expelled = new HashSet<>();
    private Optional<String> session;
    private @Nullable Session live;
    private boolean here = true;
    private long absences;

    Visitor(UserName name, boolean owner, Optional<String> session, Optional<String> device, Session live) {
        this.name = name;
        this.owner = owner;
        this.session = session;
        this.device = device;
        this.live = live;
    }

    UserName name() {
        return name;
    }

    Role role() {
        return owner ? Role.HOST : Role.MEMBER;
    }

    boolean owner() {
        return owner;
    }

    /// Hash of the secret of the person's data folder.
    Optional<String> device() {
        return device;
    }

    /// What the log keeps of a visit; nothing if the device is unknown.
    Optional<MemberRecord> record(ServedRoom room, long visibleFrom, Clock clock) {
        return device.map(hash -> new MemberRecord(room.id(), hash, name, visibleFrom, clock.instant()));
    }

    Optional<Session> live() {
        return Optional.ofNullable(live);
    }

    boolean sameSession(Optional<String> other) {
        return session.isPresent() && session.equals(other);
    }

    boolean sameDevice(Optional<String> other) {
        return device.isPresent() && device.equals(other);
    }

    void connected(Session on, Optional<String> newSession) {
        live = on;
        session = newSession;
        here = true; // the program says so if it is not
    }

    /// @return number of this absence, to tell it from a later one
    long disconnected() {
        live = null;
        unseat();
        return ++absences;
    }

    /// Keeps the places for the return; the others see that nobody is there.
    void unseat() {
        places.forEach((room, place) -> {
            place.member.disconnect();
            room.presenceChanged(place.member);
        });
    }

    boolean here() {
        return here;
    }

    /// At the keyboard or not.
    void here(boolean now) {
        here = now;
        places.forEach((room, place) -> {
            place.member.idle(!now);
            room.presenceChanged(place.member);
        });
    }

    /// True while this absence lasts.
    boolean stillAway(long absence) {
        return live == null && absences == absence;
    }

    Map<ServedRoom, Place> places() {
        return places;
    }

    /// Rooms whose password was proven: no need to do it again.
    Set<RoomId> admitted() {
        return admitted;
    }

    /// True for somebody who was in the room and did not leave it by their own wish.
    boolean regular(ServedRoom room) {
        return regular.contains(room);
    }

    void regular(ServedRoom room, boolean now) {
        if (now) {
            regular.add(room);
        } else {
            regular.remove(room);
        }
    }

    /// Rooms that the person was put out of while away, so does not know it yet.
    Set<ServedRoom> expelled() {
        return expelled;
    }
}
