package dev.parley.app.session;

import dev.parley.discovery.LocalAddress;
import dev.parley.discovery.NetworkInterfaces;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/// Which addresses a host has.
final class HostPlaces {

    private static final int MAX_SHOWN = 8;

    private HostPlaces() {}

    /// @throws SessionException `bad-bind`
    static Optional<InetAddress> bindAddress(Optional<String> bind) {
        return bind.map(text -> {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException e) {
                throw new SessionException(Problem.USAGE, "bad-bind", text);
            }
        });
    }

    /// Where programs of this machine connect.
    static String ownAddress(Optional<String> bind) {
        return bindAddress(bind).filter(a -> !a.isAnyLocalAddress())
                .orElseGet(InetAddress::getLoopbackAddress)
                .getHostAddress();
    }

    static List<InetSocketAddress> reachable(Optional<String> bind, int port) {
        return places(bind, port).stream().map(HostPlace::address).toList();
    }

    static List<HostPlace> places(Optional<String> bind, int port) {
        Optional<InetAddress> one = bindAddress(bind).filter(a -> !a.isAnyLocalAddress());
        List<HostPlace> all = NetworkInterfaces.all().stream()
                .filter(a -> one.map(a.address()::equals).orElse(a.kind() != LocalAddress.Kind.LOOPBACK))
                .filter(a -> one.isPresent() || !a.address().isLinkLocalAddress())
                .limit(MAX_SHOWN)
                .map(a -> new HostPlace(a.displayName(), a.kind(), new InetSocketAddress(a.address(), port)))
                .toList();
        InetAddress otherwise = one.orElseGet(InetAddress::getLoopbackAddress);
        return all.isEmpty() ? List.of(place(otherwise, port)) : all;
    }

    private static HostPlace place(InetAddress address, int port) {
        LocalAddress.Kind kind = address.isLoopbackAddress() ? LocalAddress.Kind.LOOPBACK : LocalAddress.Kind.LAN;
        return new HostPlace("", kind, new InetSocketAddress(address, port));
    }
}
