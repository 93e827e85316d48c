package dev.parley.discovery;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `{"id", "host", "port", "rooms":[{"name","locked","members"}], "more"}`: the JSON of a beacon answer. `more` counts
/// the rooms that did not fit. Unknown fields are skipped; a room that is not valid is left out.
final class AnnouncementJson {

    private static final int DEPTH = 8;

    private AnnouncementJson() {}

    /// Writes as many rooms as fit. If not all do, the nonce of the question chooses where to start, so that somebody
    /// who asks again sees the others.
    static byte[] write(Announcement a, long nonce, int maxBytes) {
        List<AnnouncedRoom> rooms = a.rooms();
        byte[] all = write(a, rooms, 0);
        if (all.length <= maxBytes) {
            return all;
        }
        int start = Math.floorMod(nonce, rooms.size());
        List<AnnouncedRoom> some = new ArrayList<>();
        byte[] fits = write(a, some, rooms.size());
        for (int i = 0; i < rooms.size(); i++) {
            some.add(rooms.get((start + i) % rooms.size()));
            byte[] next = write(a, some, rooms.size() - some.size());
            if (next.length > maxBytes) {
                break;
            }
            fits = next;
        }
        return fits;
    }

    private static byte[] write(Announcement a, List<AnnouncedRoom> rooms, int more) {
        StringWriter out = new StringWriter(512);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().name("id").value(a.hostId()).name("host").value(a.host().value());
            json.name("port").value(a.port()).name("rooms").beginArray();
            for (AnnouncedRoom room : rooms) {
                json.beginObject().name("name").value(room.name().value()).name("locked").value(room.locked());
                json.name("members").value(room.members()).endObject();
            }
            json.endArray().name("more").value(more).endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter does not fail
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Optional<Beacon.Answer> read(ByteBuffer utf8) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
            try (JsonReader in = new JsonReader(new StringReader(text))) {
                in.setStrictness(Strictness.STRICT);
                in.setNestingLimit(DEPTH);
                Beacon.Answer answer = new Fields().read(in);
                return in.peek() == JsonToken.END_DOCUMENT ? Optional.of(answer) : Optional.empty();
            }
        } catch (IOException | ProtocolException | IllegalStateException | IllegalArgumentException e) {
            return Optional.empty(); // not from a Parley of ours; there may be thousands of these, so not even a log line
        }
    }

    private static final class Fields {
        private String id = "";
        private String host = "";
        private int port;
        private int more;
        private final List<AnnouncedRoom> rooms = new ArrayList<>();

        Beacon.Answer read(JsonReader in) throws IOException {
            in.beginObject();
            while (in.hasNext()) {
                switch (in.nextName()) {
                    case "id" -> id = in.nextString();
                    case "host" -> host = in.nextString();
                    case "port" -> port = in.nextInt();
                    case "more" -> more = in.nextInt();
                    case "rooms" -> readRooms(in);
                    default -> in.skipValue();
                }
            }
            in.endObject();
            return new Beacon.Answer(new Announcement(id, new UserName(host), port, rooms), more <= 0);
        }

        private void readRooms(JsonReader in) throws IOException {
            in.beginArray();
            while (in.hasNext()) {
                readRoom(in).ifPresent(rooms::add);
            }
            in.endArray();
        }

        private static Optional<AnnouncedRoom> readRoom(JsonReader in) throws IOException {
            String name = "";
            boolean locked = false;
            int members = 0;
            in.beginObject();
            while (in.hasNext()) {
                switch (in.nextName()) {
                    case "name" -> name = in.nextString();
                    case "locked" -> locked = in.nextBoolean();
                    case "members" -> members = in.nextInt();
                    default -> in.skipValue();
                }
            }
            in.endObject();
            try {
                return Optional.of(new AnnouncedRoom(new RoomName(name), locked, members));
            } catch (ProtocolException e) {
                return Optional.empty();
            }
        }
    }
}
