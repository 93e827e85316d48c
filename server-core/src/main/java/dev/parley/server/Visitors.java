package dev.parley.server;

import dev.parley.protocol.UserName;
import dev.parley.room.NameKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is logged in, by name: names that look alike are one name, and the host's own is kept free for the host.
/// On the event loop.
final class Visitors {

    private final Map<NameKey, Visitor> byName = new HashMap<>();
    private final NameKey owner;

    Visitors(UserName owner) {
        this.owner = NameKey.of(owner);
    }

    /// Outcome of a login.
    sealed interface Claim {
        record New(Visitor visitor) implements Claim {}

        /// @param replaced the connection that went before, if it is still there
        record Back(Visitor visitor, Optional<Session> replaced) implements Claim {}

        record Taken() implements Claim {}
    }

    /// @param session hash of the secret of the running program
    /// @param device hash of the secret of its data folder
    Claim claim(UserName name, boolean asOwner, Optional<String> session, Optional<String> device, Session on) {
        NameKey key = NameKey.of(name);
        if (key.equals(owner) && !asOwner) {
            return new Claim.Taken();
        }
        Visitor there = byName.get(key);
        if (there == null) {
            Visitor visitor = new Visitor(name, asOwner, session, device, on);
            byName.put(key, visitor);
            return new Claim.New(visitor);
        }
        boolean mayComeBack = there.sameSession(session) || (there.live().isEmpty() && there.sameDevice(device));
        if (!mayComeBack || there.owner() != asOwner || !there.name().equals(name)) {
            return new Claim.Taken();
        }
        Optional<Session> replaced = there.live();
        there.connected(on, session);
        return new Claim.Back(there, replaced);
    }

    Optional<Visitor> find(UserName name) {
        return Optional.ofNullable(byName.get(NameKey.of(name)));
    }

    void remove(Visitor visitor) {
        byName.remove(NameKey.of(visitor.name()), visitor);
    }

    List<Visitor> all() {
        return List.copyOf(byName.values());
    }
}
