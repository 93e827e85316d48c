package dev.parley.app.ui.messages.format;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Where a link really leads.
///
/// @param address in ASCII, as a browser takes it
/// @param host the host that will answer, with letters that could be mistaken for others written as `xn--`
/// @param isInvite whether it leads into a room
public record LinkTarget(String address, String host, boolean isInvite) {

    /// Empty if it is no address that leads anywhere.
    static Optional<LinkTarget> of(String typed) {
        try {
            URI uri = new URI(escaped(typed));
            String authority = uri.getRawAuthority();
            if (authority == null) {
                return Optional.empty();
            }
            String afterUser = authority.substring(authority.lastIndexOf('@') + 1);
            String host = host(afterUser);
            if (host.isEmpty()) {
                return Optional.empty();
            }
            boolean invite = "parley".equals(uri.getScheme().toLowerCase(Locale.ROOT));
            if (invite) {
                return Optional.of(new LinkTarget(typed, host, true)); // read by our own reader of invites
            }
            int at = uri.toString().indexOf(authority);
            String rest = URI.create(uri.toString().substring(0, at) + "x" + uri.toString().substring(at + authority.length()))
                    .toASCIIString();
            return Optional.of(new LinkTarget(rest.substring(0, at) + IDN.toASCII(afterUser) + rest.substring(at + 1), host, false));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String host(String authority) {
        boolean bracket = authority.startsWith("[");
        int colon = bracket ? authority.indexOf(':', Math.max(0, authority.indexOf(']'))) : authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        return bracket ? host : IDN.toASCII(host);
    }

    /// People paste characters that addresses may not have.
    private static String escaped(String typed) {
        StringBuilder out = new StringBuilder();
        int path = typed.indexOf('/', typed.indexOf("://") + 3);
        boolean fragment = false;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            boolean strange = "\\^`{|}\"<>".indexOf(c) >= 0 || (path >= 0 && i > path && (c == '[' || c == ']'))
                    || (c == '#' && fragment) || (c == '%' && !isHex(typed, i + 1));
            fragment |= c == '#';
            out.append(strange ? String.format(Locale.ROOT, "%%%02X", (int) c) : String.valueOf(c));
        }
        return out.toString();
    }

    private static boolean isHex(String s, int at) {
        return at + 2 <= s.length() && Character.digit(s.charAt(at), 16) >= 0 && Character.digit(s.charAt(at + 1), 16) >= 0;
    }
}
