package dev.parley.discovery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/// One address of this machine on a network that is up.
///
/// @param address the address; IPv6 link-local ones carry their scope
/// @param interfaceName short name from the system, for example `eth0`
/// @param displayName longer name, as Windows shows it; often the same
/// @param prefixLength bits of the network part
/// @param broadcast the directed broadcast address of the network; empty for IPv6 and for point-to-point links
/// @param kind what sort of network card it seems to be
/// @param multicast whether the card takes part in multicast
public record LocalAddress(
        InetAddress address,
        String interfaceName,
        String displayName,
        int prefixLength,
        Optional<InetAddress> broadcast,
        Kind kind,
        boolean multicast) {

    /// In the order in which people should try them.
    public enum Kind {
        /// A real network card, by cable or by Wi-Fi.
        LAN,
        /// A bridge or card that lives only inside this machine: containers, virtual machines.
        VIRTUAL,
        /// A tunnel to somewhere else.
        VPN,
        /// This machine itself.
        LOOPBACK
    }

    public boolean isIpv4() {
        return address instanceof Inet4Address;
    }

    /// Whether the other address is in the network of this one.
    public boolean reaches(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length || prefixLength <= 0) {
            return false;
        }
        for (int bit = 0; bit < prefixLength && bit < mine.length * 8; bit++) {
            if (((mine[bit / 8] ^ theirs[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
