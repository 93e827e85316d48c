package dev.parley.app.session;

import dev.parley.protocol.Limits;
import dev.parley.protocol.VisibleText;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A host as people write it: a name or an address, and a port.
///
/// @param host name, IPv4 address or IPv6 address without brackets
/// @param port 1 to 65535
public record Endpoint(String host, int port) {

    private static final int MAX_HOST = 253;

    /// Reads `host`, `host:port`, `[v6]`, `[v6]:port` or a bare IPv6 address; the port is 7420 where none is given.
    ///
    /// @throws SessionException `bad-address` or `bad-port`
    public static Endpoint parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("[")) {
            int end = trimmed.indexOf(']');
            String rest = end < 0 ? "" : trimmed.substring(end + 1);
            if (end < 0 || !(rest.isEmpty() || rest.startsWith(":"))) {
                throw badAddress(text);
            }
            return of(trimmed.substring(1, end), rest.isEmpty() ? rest : rest.substring(1), !rest.isEmpty(), text);
        }
        int colon = trimmed.indexOf(':');
        if (colon < 0 || trimmed.indexOf(':', colon + 1) >= 0) {
            return of(trimmed, "", false, text); // a name, or a bare IPv6 address
        }
        return of(trimmed.substring(0, colon), trimmed.substring(colon + 1), true, text);
    }

    private static Endpoint of(String host, String port, boolean hasPort, String text) {
        boolean clean = host.chars().allMatch(c -> c > ' ' && c != '/' && c != '@' && c != '#' && c != '[' && c != ']' && c < 0x7F);
        if (host.isEmpty() || host.length() > MAX_HOST || !clean) {
            throw badAddress(text);
        }
        return new Endpoint(host, hasPort ? port(port) : Limits.DEFAULT_PORT);
    }

    static int port(String digits) {
        OptionalInt port = portIfValid(digits);
        return port.orElseThrow(
                () -> new SessionException(Problem.USAGE, "bad-port", VisibleText.line(digits)));
    }

    private static OptionalInt portIfValid(String digits) {
        if (!digits.matches("[0-9]{1,5}")) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= 65_535 ? OptionalInt.of(port) : OptionalInt.empty();
    }

    private static SessionException badAddress(String text) {
        return new SessionException(Problem.USAGE, "bad-address", VisibleText.line(text));
    }

    /// Every address of the host. May ask the name service, so may take seconds.
    ///
    /// @throws SessionException `unknown-host`
    public List<InetSocketAddress> resolve() {
        List<InetSocketAddress> found = new ArrayList<>();
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                found.add(new InetSocketAddress(address, port));
            }
        } catch (UnknownHostException e) {
            throw new SessionException(Problem.CANNOT_CONNECT, "unknown-host", host);
        }
        return List.copyOf(found);
    }

    /// That address, without the network card where it means something without it.
    public static Endpoint of(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        if (ip == null) {
            return new Endpoint(address.getHostString(), address.getPort());
        }
        String host = ip.getHostAddress();
        int zone = ip.isLinkLocalAddress() ? -1 : host.indexOf('%');
        return new Endpoint(zone < 0 ? host : host.substring(0, zone), address.getPort());
    }

    /// For people: what an address looks like in a list.
    public static String show(InetSocketAddress address) {
        return of(address).toString();
    }

    /// `host:port`, with brackets around an IPv6 address.
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
