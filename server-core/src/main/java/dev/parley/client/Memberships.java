package dev.parley.client;

import dev.parley.protocol.RoomName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rooms that the person wants to be in, found by the name that they have or had: callers, and datagrams that were
/// overtaken, may not know the newest yet. On the event loop.
final class Memberships {

    private final Map<RoomName, Membership> byName = new LinkedHashMap<>();

    Optional<Membership> find(RoomName room) {
        Membership membership = byName.get(room);
        return membership != null ? Optional.of(membership) : byName.values().stream().filter(m -> m.wasCalled(room)).findFirst();
    }

    /// The one that has exactly this name now.
    Optional<Membership> named(RoomName room) {
        return Optional.ofNullable(byName.get(room));
    }

    /// Takes the place of one of the same name, and the name from one that had it before: it is another room now.
    void add(Membership membership) {
        byName.values().forEach(m -> m.forgetName(membership.room()));
        byName.put(membership.room(), membership);
    }

    void remove(Membership membership) {
        byName.remove(membership.room(), membership);
    }

    /// @return another one that had this name, and is given up
    Optional<Membership> rename(Membership membership, RoomName now) {
        remove(membership);
        membership.rename(now);
        return Optional.ofNullable(byName.put(now, membership));
    }

    List<Membership> all() {
        return List.copyOf(byName.values());
    }

    void clear() {
        byName.clear();
    }
}
