package dev.parley.client;

import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import java.net.InetSocketAddress;
import java.util.List;

/// Hosts whose key we have pinned. Safe for any thread.
public interface KnownHosts {

    /// Whether anything was joined at a host with this key.
    boolean knows(Fingerprint key);

    /// What to think of a host with this key at this address that offers this room.
    Standing standing(InetSocketAddress address, RoomName room, Fingerprint key);

    /// Pins the key to the address and the room, after a successful join.
    void pin(InetSocketAddress address, RoomName room, Fingerprint key);

    /// The person trusts this key for the room from now on: pins it and forgets every other key of the room.
    void trust(InetSocketAddress address, RoomName room, Fingerprint key);

    /// Addresses of known hosts, newest first, for discovery to ask.
    List<InetSocketAddress> addresses();

    /// How an address, a room and a key fit together.
    enum Standing {
        /// The room was joined at a host with this key.
        KNOWN,
        /// The room was never joined.
        NEW,
        /// The room was joined at another address, with another key: it may be another room of the same name. Only a
        /// proven password tells.
        ELSEWHERE,
        /// The room was joined at this address, with another key: never go on.
        CHANGED
    }
}
