package dev.parley.app.session;

import dev.parley.discovery.LocalAddress;
import java.net.InetSocketAddress;

/// Where others reach a host: one address on one of its networks.
///
/// @param network name of the network card, as the system calls it
/// @param kind what sort of network it seems to be
/// @param address with the port
public record HostPlace(String network, LocalAddress.Kind kind, InetSocketAddress address) {

    /// As people write it.
    public String shown() {
        return Endpoint.show(address);
    }
}
