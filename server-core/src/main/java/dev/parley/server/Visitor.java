package dev.parley.server;

import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.room.Member;
import dev.parley.room.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person who is logged in, or was a moment ago and may come back: outlives the connection by the grace time, so that
/// a short loss is noticed by nobody. On the event loop.
final class Visitor {

    private final UserName name;
    private final boolean owner;
    private final Optional<String> device;
    private final Map<ServedRoom, Member<Batch>> places = new HashMap<>();
    private final Set<RoomName> admitted = new HashSet<>();
    private Optional<String> session;
    private @Nullable Session live;
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
    }

    /// @return number of this absence, to tell it from a later one
    long disconnected() {
        live = null;
        places.values().forEach(Member::disconnect);
        return ++absences;
    }

    /// True while this absence lasts.
    boolean stillAway(long absence) {
        return live == null && absences == absence;
    }

    Map<ServedRoom, Member<Batch>> places() {
        return places;
    }

    /// Rooms whose password was proven: no need to do it again.
    Set<RoomName> admitted() {
        return admitted;
    }
}
