package dev.parley.client;

import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.UserName;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a [RoomClient] needs to know.
///
/// @param addresses where the host may be, best first; asked again before every attempt, so that a host that moved is found
/// @param name the wished name
/// @param expected the host's fingerprint where an invite or an announcement named it: anything else is a hard stop
/// @param knownHosts pinned keys; consulted and added to
/// @param device secret of this data folder, 32 bytes; lets a name be taken back after a crash
/// @param ownerToken proves to our own host, on loopback, that we may read its log
/// @param datagrams false to stay on TCP
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record ClientConfig(
        Supplier<List<InetSocketAddress>> addresses,
        UserName name,
        Optional<Fingerprint> expected,
        KnownHosts knownHosts,
        byte[] device,
        Optional<String> ownerToken,
        boolean datagrams) {

    public ClientConfig {
        if (device.length != 32) {
            throw new IllegalArgumentException("a device secret has 32 bytes");
        }
        device = device.clone();
    }

    @Override
    public byte[] device() {
        return device.clone();
    }

    /// Says nothing of the secrets.
    @Override
    public String toString() {
        return "ClientConfig[" + name + "]";
    }
}
