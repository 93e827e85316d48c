package dev.parley.app.link;

import dev.parley.client.KnownHosts;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Predicate;

/// Known hosts, without pinning what the person has not agreed to yet.
///
/// @param mayPin whether the host of that room may be taken for a known one after the join
record CautiousHosts(KnownHosts known, Predicate<RoomName> mayPin) implements KnownHosts {

    @Override
    public boolean knows(Fingerprint key) {
        return known.knows(key);
    }

    @Override
    public Standing standing(InetSocketAddress address, RoomName room, Fingerprint key) {
        return known.standing(address, room, key);
    }

    @Override
    public void pin(InetSocketAddress address, RoomName room, Fingerprint key) {
        if (mayPin.test(room)) {
            known.pin(address, room, key);
        }
    }

    @Override
    public void trust(InetSocketAddress address, RoomName room, Fingerprint key) {
        known.trust(address, room, key);
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return known.addresses();
    }
}
