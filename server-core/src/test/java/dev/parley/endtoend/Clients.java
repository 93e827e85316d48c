package dev.parley.endtoend;

import dev.parley.client.ClientConfig;
import dev.parley.client.FileKnownHosts;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.UserName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Configurations of members that differ from the usual.
final class Clients {

    private Clients() {}

    static ClientConfig config(String name, int port, Path folder, Optional<Fingerprint> expected) {
        return config(name, name, port, folder, expected, Optional.empty());
    }

    /// @param device what tells this data folder from others
    static ClientConfig config(String name, String device, int port, Path folder, Optional<Fingerprint> expected, Optional<String> ownerToken) {
        return new ClientConfig(() -> List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)), new UserName(name), expected,
                FileKnownHosts.open(folder.resolve("known-hosts.json")), Arrays.copyOf(device.getBytes(StandardCharsets.UTF_8), 32),
                ownerToken, true);
    }
}
