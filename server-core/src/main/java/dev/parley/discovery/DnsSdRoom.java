package dev.parley.discovery;

import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One room as DNS-SD carries it: the service type, the instance name and the TXT record
/// `v=1 room= host= id= locked=0|1 members=` (RFC 6763, sections 4.1 and 6).
///
/// @param announcement the host with this one room
record DnsSdRoom(Announcement announcement) {

    static final String TYPE = "_parley._tcp.local.";

    private static final String VERSION = "1";
    private static final int LABEL_BYTES = 63;
    private static final int ROOM_FOR_A_NUMBER = 5; // " (12)", if another host has a room of the same name
    private static final int MAX_TXT_BYTES = 1300;

    DnsSdRoom {
        if (announcement.rooms().size() != 1) {
            throw new IllegalArgumentException("exactly one room");
        }
    }

    AnnouncedRoom room() {
        return announcement.rooms().getFirst();
    }

    /// The name as a DNS label: cut to what a label holds, with look-alikes for what JmDNS does not escape (the dot and
    /// the backslash) or would encode wrongly (beyond the basic plane). The TXT record has the true name.
    static String instanceName(RoomName name) {
        StringBuilder label = new StringBuilder();
        int bytes = 0;
        for (int c : name.value().codePoints().toArray()) {
            int shown = c == '.' ? '\u2024' : c == '\\' ? '\uFF3C' : Character.isBmpCodePoint(c) ? c : '\u25A1';
            bytes += Character.toString(shown).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LABEL_BYTES - ROOM_FOR_A_NUMBER) {
                break;
            }
            label.appendCodePoint(shown);
        }
        return label.toString().strip();
    }

    /// The TXT record: strings with a length byte each.
    static byte[] txt(Announcement host, AnnouncedRoom room) {
        ByteBuffer out = ByteBuffer.allocate(MAX_TXT_BYTES);
        put(out, "v", VERSION);
        put(out, "room", room.name().value());
        put(out, "host", host.host().value());
        put(out, "id", host.hostId());
        put(out, "locked", room.locked() ? "1" : "0");
        put(out, "members", Integer.toString(room.members()));
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    private static void put(ByteBuffer out, String key, String value) {
        byte[] entry = (key + "=" + value).getBytes(StandardCharsets.UTF_8); // names have at most 192 bytes, so 255 hold it
        out.put((byte) entry.length).put(entry);
    }

    /// Reads what another host announced; empty if it is not ours to understand.
    static Optional<DnsSdRoom> read(byte[] txt, int port) {
        if (txt.length > MAX_TXT_BYTES) {
            return Optional.empty();
        }
        try {
            Map<String, String> fields = fields(ByteBuffer.wrap(txt));
            if (!VERSION.equals(fields.get("v"))) {
                return Optional.empty();
            }
            AnnouncedRoom room = new AnnouncedRoom(
                    new RoomName(fields.getOrDefault("room", "")),
                    "1".equals(fields.get("locked")),
                    Integer.parseInt(fields.getOrDefault("members", "0")));
            return Optional.of(new DnsSdRoom(new Announcement(
                    fields.getOrDefault("id", ""), new UserName(fields.getOrDefault("host", "")), port, List.of(room))));
        } catch (ProtocolException | NumberFormatException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(ByteBuffer txt) throws CharacterCodingException {
        Map<String, String> fields = new LinkedHashMap<>();
        while (txt.hasRemaining()) {
            int length = Byte.toUnsignedInt(txt.get());
            if (length > txt.remaining()) {
                return Map.of();
            }
            String entry = StandardCharsets.UTF_8.newDecoder().decode(txt.slice(txt.position(), length)).toString();
            txt.position(txt.position() + length);
            int equals = entry.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(entry.substring(0, equals), entry.substring(equals + 1)); // first wins: RFC 6763, 6.4
            }
        }
        return fields;
    }
}
