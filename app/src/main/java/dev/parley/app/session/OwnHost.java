package dev.parley.app.session;

import dev.parley.client.KnownHosts;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import java.net.InetSocketAddress;
import java.util.List;

/// What a client of our own host knows: exactly that host. Nothing is pinned, so that loopback is not taken for one
/// host for ever.
record OwnHost(Fingerprint key) implements KnownHosts {

    @Override
    public boolean knows(Fingerprint other) {
        return key.equals(other);
    }

    @Override
    public Standing standing(InetSocketAddress address, RoomName room, Fingerprint other) {
        return knows(other) ? Standing.KNOWN : Standing.CHANGED;
    }

    @Override
    public void pin(InetSocketAddress address, RoomName room, Fingerprint other) {}

    @Override
    public void trust(InetSocketAddress address, RoomName room, Fingerprint other) {}

    @Override
    public List<InetSocketAddress> addresses() {
        return List.of();
    }
}
