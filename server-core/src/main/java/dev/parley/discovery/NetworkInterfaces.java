package dev.parley.discovery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Asks the system which addresses this machine has. Each call asks anew and takes some milliseconds (on Windows up to
/// a few hundred), so not for the interface thread. Safe for any thread.
public final class NetworkInterfaces {

    private static final int MAX_ADDRESSES = 64;

    // Names and Windows descriptions of cards that do not lead to the room next door.
    private static final Pattern VPN = Pattern.compile(
            "^(tun|tap|wg|utun|ppp|ipsec|zt|tailscale|nordlynx|proton|gpd|cscotun|feth|he-ipv6|sit|teredo)"
                    + "|wireguard|openvpn|tap-windows|tap-nord|tailscale|zerotier|hamachi|anyconnect|fortinet|vpn|wan miniport|wintun");
    private static final Pattern VIRTUAL = Pattern.compile(
            "^(docker|br-|virbr|vmnet|vboxnet|veth|lxc|lxd|cni|flannel|cali|kube|podman|dummy|ifb|bridge\\d|vnet)"
                    + "|vethernet|hyper-v|vmware|virtualbox|docker|bluetooth|virtual");
    // Apple's private links between devices; they never carry a local network.
    private static final Pattern NEVER = Pattern.compile("^(awdl|llw|anpi|ap\\d)");

    private static final Comparator<LocalAddress> BEST_FIRST = Comparator
            .comparing(LocalAddress::kind)
            .thenComparing(a -> !a.isIpv4())
            .thenComparing(a -> a.address().isLinkLocalAddress());

    private NetworkInterfaces() {}

    /// Addresses through which other machines may reach us: real cards first, IPv4 before IPv6. No loopback.
    public static List<LocalAddress> usable() {
        return all().stream().filter(a -> a.kind() != LocalAddress.Kind.LOOPBACK).toList();
    }

    /// The same, and the loopback addresses at the end.
    public static List<LocalAddress> all() {
        List<LocalAddress> found = new ArrayList<>();
        try (Stream<NetworkInterface> cards = NetworkInterface.networkInterfaces()) {
            cards.forEach(card -> addresses(card, found));
        } catch (SocketException e) {
            return List.of(); // a machine without any network
        }
        return found.stream().sorted(BEST_FIRST).limit(MAX_ADDRESSES).toList();
    }

    private static void addresses(NetworkInterface card, List<LocalAddress> into) {
        try {
            if (!card.isUp() || NEVER.matcher(card.getName()).find()) {
                return;
            }
            boolean pointToPoint = card.isPointToPoint();
            LocalAddress.Kind kind = kind(card.getName(), displayName(card), card.isLoopback(), pointToPoint);
            for (InterfaceAddress a : card.getInterfaceAddresses()) {
                Optional<InetAddress> broadcast =
                        pointToPoint ? Optional.empty() : Optional.ofNullable(a.getBroadcast());
                into.add(new LocalAddress(a.getAddress(), card.getName(), displayName(card), a.getNetworkPrefixLength(),
                        broadcast.filter(b -> !b.isAnyLocalAddress()), kind, card.supportsMulticast()));
            }
        } catch (SocketException e) {
            // the card went away while we looked at it
        }
    }

    static LocalAddress.Kind kind(String name, String displayName, boolean loopback, boolean pointToPoint) {
        if (loopback) {
            return LocalAddress.Kind.LOOPBACK;
        }
        String shortName = name.toLowerCase(Locale.ROOT);
        String longName = displayName.toLowerCase(Locale.ROOT);
        if (pointToPoint || VPN.matcher(shortName).find() || VPN.matcher(longName).find()) {
            return LocalAddress.Kind.VPN;
        }
        boolean virtual = VIRTUAL.matcher(shortName).find() || VIRTUAL.matcher(longName).find();
        return virtual ? LocalAddress.Kind.VIRTUAL : LocalAddress.Kind.LAN;
    }

    private static String displayName(NetworkInterface card) {
        String name = card.getDisplayName();
        return name == null ? card.getName() : name;
    }

    /// One address for each card, the best of each: enough for multicast, which goes by card. Cards without multicast
    /// are left out.
    static List<LocalAddress> onePerCard(List<LocalAddress> addresses) {
        List<LocalAddress> chosen = new ArrayList<>();
        for (LocalAddress a : addresses) {
            boolean seen = chosen.stream().anyMatch(c -> c.interfaceName().equals(a.interfaceName()));
            if (!seen && a.multicast() && a.kind() != LocalAddress.Kind.LOOPBACK) {
                chosen.add(a);
            }
        }
        return chosen;
    }

    /// A link-local IPv6 address means nothing without its link: takes the scope from our address there.
    static InetAddress scoped(InetAddress address, LocalAddress link) {
        boolean needsScope = address instanceof Inet6Address v6 && v6.isLinkLocalAddress() && v6.getScopeId() == 0;
        if (needsScope && link.address() instanceof Inet6Address ours) {
            try {
                return Inet6Address.getByAddress(null, address.getAddress(), ours.getScopeId());
            } catch (UnknownHostException e) {
                return address;
            }
        }
        return address;
    }
}
