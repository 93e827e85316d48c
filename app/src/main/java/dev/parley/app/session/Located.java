package dev.parley.app.session;

import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.util.Optional;

/// A room and the way to its host.
///
/// @param room its name
/// @param host who hosts it, as far as the announcement is to be believed
/// @param addresses where the host may be, asked again at every attempt to connect
/// @param expected the key that the host must prove; empty to take what is pinned, or to pin what comes
/// @param vouched true if the key comes from a person (an invite, `--trust`) and not from the network
/// @param locked whether it takes a password, as far as that is known
public record Located(
        RoomName room,
        Optional<UserName> host,
        HostAddresses addresses,
        Optional<Fingerprint> expected,
        boolean vouched,
        Optional<Boolean> locked) {

    /// A room of which nobody has said whether it takes a password.
    public Located(RoomName room, Optional<UserName> host, HostAddresses addresses, Optional<Fingerprint> expected,
            boolean vouched) {
        this(room, host, addresses, expected, vouched, Optional.empty());
    }

    public Located withLocked(boolean takesPassword) {
        return new Located(room, host, addresses, expected, vouched, Optional.of(takesPassword));
    }

    public Located withHost(UserName name) {
        return new Located(room, Optional.of(name), addresses, expected, vouched, locked);
    }

    /// The same room at a host whose key the person trusts.
    public Located trusting(Fingerprint key) {
        return new Located(room, host, addresses, Optional.of(key), true, locked);
    }
}
