package dev.parley.app.ui.start;

import dev.parley.client.KnownHosts;
import dev.parley.crypto.Fingerprint;
import dev.parley.discovery.SightedRoom;

/// A room in sight, as the list shows it.
///
/// @param seen what the network says
/// @param host the key that the host claims to have
/// @param standing what to think of that key
/// @param inside true if we are in it
/// @param own true if it was hosted from here
public record NearRoom(SightedRoom seen, Fingerprint host, KnownHosts.Standing standing, boolean inside, boolean own) {

    boolean isSameRoomAs(NearRoom other) {
        return host.equals(other.host) && seen.room().equals(other.seen.room());
    }
}
