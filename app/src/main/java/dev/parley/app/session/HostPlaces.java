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
        Optional<InetAddress> one = bindAddress(bind).filter(a -> !a.isAnyLocalAddress());
        if (one.isPresent()) {
            return List.of(new InetSocketAddress(one.get(), port));
        }
        List<InetSocketAddress> all = NetworkInterfaces.usable().stream()
                .map(LocalAddress::address)
                .filter(a -> !a.isLinkLocalAddress())
                .limit(MAX_SHOWN)
                .map(a -> new InetSocketAddress(a, port))
                .toList();
        return all.isEmpty() ? List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)) : all;
    }
}
