package dev.parley.app.session;

import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.RoomName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// A link that leads to a room: `parley://host:port/room#fingerprint` (RFC 3986; the room in percent-encoded UTF-8).
/// With the fingerprint nobody can pretend to be that host.
///
/// @param host where
/// @param room which room
/// @param fingerprint key of the host
public record Invite(Endpoint host, RoomName room, Optional<Fingerprint> fingerprint) {

    private static final String SCHEME = "parley://";
    private static final String UNRESERVED = "-._~";
    private static final int MAX_LENGTH = 2_000;

    /// True if the text is meant as an invite, be it valid or not.
    public static boolean looksLikeOne(String text) {
        return text.strip().toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    /// @throws SessionException `bad-invite`, `invite-without-room`, `invite-room`, `invite-fingerprint`, `bad-address` or `bad-port`
    public static Invite parse(String text) {
        String link = text.strip();
        if (!looksLikeOne(link) || link.length() > MAX_LENGTH) {
            throw bad("bad-invite");
        }
        String rest = link.substring(SCHEME.length());
        int hash = rest.indexOf('#');
        String key = hash < 0 ? "" : rest.substring(hash + 1);
        String place = hash < 0 ? rest : rest.substring(0, hash);
        int slash = place.indexOf('/');
        if (slash < 0 || slash == place.length() - 1) {
            throw bad("invite-without-room");
        }
        Endpoint host = Endpoint.parse(unescape(place.substring(0, slash)));
        return new Invite(host, room(unescape(place.substring(slash + 1))), fingerprint(key));
    }

    private static RoomName room(String name) {
        try {
            return new RoomName(name);
        } catch (ProtocolException e) {
            throw bad("invite-room", e.text());
        }
    }

    private static Optional<Fingerprint> fingerprint(String key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Fingerprint.parse(key).orElseThrow(() -> bad("invite-fingerprint")));
    }

    @Override
    public String toString() {
        String key = fingerprint.map(f -> "#" + f).orElse("");
        // a zone of an IPv6 address: RFC 6874 wants its percent sign escaped
        return SCHEME + host.toString().replace("%", "%25") + "/" + escape(room.value()) + key;
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() * 3);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }

    private static String unescape(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                out.put(raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit((char) raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit((char) raw[i + 2], 16);
            if (low < 0) {
                throw bad("bad-invite");
            }
            out.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
        } catch (CharacterCodingException e) {
            throw bad("bad-invite");
        }
    }

    private static SessionException bad(String code, Object... args) {
        return new SessionException(Problem.USAGE, code, args);
    }
}
