package dev.parley.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages to bytes and back: one UTF-8 JSON object `{"type", "id"?, "status"?, "message"?, "data"}` each.
/// Framing is not done here. Bytes are hostile: every fault ends in a [ProtocolException], never in another exception.
public final class Codec {

    private static final int MAX_ID = 64;
    private static final String ERROR = "error";

    private Codec() {}

    /// A message and the id that the sender gave it, for the answer to repeat.
    public record Decoded<T>(T message, @Nullable String id) {}

    public static byte[] encode(Request request, @Nullable String id) {
        return write(RequestType.of(request), id, null, null, request);
    }

    public static byte[] encode(Reply reply, @Nullable String id) {
        return switch (reply) {
            case Reply.Failure f -> write(f.type(), id, ERROR, f.message(), new Refusal(f.code(), f.room(), f.retryAfterMillis()));
            default -> write(ReplyType.of(reply), id, "ok", null, reply);
        };
    }

    /// @throws ProtocolException if the bytes are not a request within its limits
    public static Decoded<Request> decodeRequest(byte[] json) {
        return Json.guard(() -> {
            Envelope<Request> e = read(json, RequestType.BY_NAME);
            return new Decoded<>(e.requireData(), e.id);
        });
    }

    /// @throws ProtocolException if the bytes are not a reply within its limits
    public static Decoded<Reply> decodeReply(byte[] json) {
        return Json.guard(() -> {
            Envelope<Reply> e = read(json, ReplyType.BY_NAME);
            if (!ERROR.equals(e.status)) {
                return new Decoded<>(e.requireData(), e.id);
            }
            JsonElement raw = e.raw;
            Refusal r = raw == null ? new Refusal(ErrorCode.INTERNAL, null, null) : Json.GSON.fromJson(raw, Refusal.class);
            String text = e.text == null ? r.code.wireName() : e.text;
            return new Decoded<>(new Reply.Failure(e.requireType(), r.code, text, r.room, r.retryAfterMillis), e.id);
        });
    }

    /// The type and id of a message that could not be decoded, as far as they can be read, for the refusal.
    public static Reply.Failure refusal(byte[] json, ProtocolException cause) {
        String type = ERROR;
        try {
            Envelope<Request> e = Json.guard(() -> read(json, Map.of()));
            type = e.type == null ? ERROR : e.type;
        } catch (ProtocolException e) {
            type = ERROR;
        }
        return new Reply.Failure(type, cause.code(), cause.text(), null, null);
    }

    /// The refusal of a request that was understood.
    public static Reply.Failure refusal(Request request, ProtocolException cause) {
        return new Reply.Failure(RequestType.of(request), cause.code(), cause.text(), roomOf(request), null);
    }

    private static @Nullable RoomName roomOf(Request request) {
        return switch (request) {
            case Request.Create r -> r.room();
            case Request.Enter r -> r.room();
            case Request.Join r -> r.room();
            case Request.ProveRounds r -> r.room();
            case Request.ProveKey r -> r.room();
            case Request.Leave r -> r.room();
            case Request.Post r -> r.room();
            case Request.Whisper r -> r.room();
            case Request.Range r -> r.room();
            case Request.History r -> r.room();
            case Request.Typing r -> r.room();
            case Request.People r -> r.room();
            case Request.LogEntries r -> r.room();
            case Request.Guest _, Request.ListNames _, Request.PlainMessage _, Request.Exit _, Request.Logout _,
                    Request.Hello _, Request.Ping _, Request.Path _, Request.Active _, Request.Present _, Request.Probe _,
                    Request.LogRooms _, Request.LogEvents _ -> null;
        };
    }

    /// Bytes that a text takes as a JSON string, quotes included: what one character costs reaches from 1 to 6.
    public static int jsonBytes(String text) {
        int bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += switch (c) {
                case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 2;
                case '\u2028', '\u2029' -> 6;
                default -> c < 0x20 ? 6 : c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            };
        }
        return bytes;
    }

    private record Refusal(ErrorCode code, @Nullable RoomName room, @Nullable Long retryAfterMillis) {}

    private static final class Envelope<T> {
        @Nullable String type;
        @Nullable String id;
        @Nullable String status;
        @Nullable String text;
        @Nullable JsonElement raw;
        @Nullable T data;

        String requireType() {
            if (type == null) {
                throw new ProtocolException(ErrorCode.BAD_MESSAGE, "the field \"type\" is missing");
            }
            return type;
        }

        T requireData() {
            requireType();
            if (data == null) {
                throw new ProtocolException(ErrorCode.UNKNOWN_TYPE, "this type of message is not known here");
            }
            return data;
        }
    }

    private static <T> Envelope<T> read(byte[] json, Map<String, Class<? extends T>> types) throws IOException {
        JsonReader in = Json.reader(decodeUtf8(json));
        Envelope<T> e = new Envelope<>();
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "type" -> e.type = shortText(in);
                case "id" -> e.id = shortText(in);
                case "status" -> e.status = shortText(in);
                case "message" -> e.text = in.nextString();
                case "data" -> readData(in, e, types);
                default -> in.skipValue();
            }
        }
        in.endObject();
        if (in.peek() != JsonToken.END_DOCUMENT) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "one message, one object");
        }
        Class<? extends T> type = e.type == null ? null : types.get(e.type);
        if (e.data == null && type != null && !ERROR.equals(e.status)) {
            JsonElement raw = e.raw == null ? new JsonObject() : e.raw;
            e.data = Json.GSON.getAdapter(type).fromJsonTree(raw);
        }
        return e;
    }

    /// Decodes `data` directly where its type is known already, else keeps the tree for later.
    private static <T> void readData(JsonReader in, Envelope<T> e, Map<String, Class<? extends T>> types)
            throws IOException {
        Class<? extends T> type = e.type == null || ERROR.equals(e.status) ? null : types.get(e.type);
        if (type == null || in.peek() == JsonToken.NULL) {
            JsonElement raw = Json.GSON.getAdapter(JsonElement.class).read(in);
            e.raw = raw.isJsonNull() ? null : raw;
        } else {
            e.data = Json.GSON.getAdapter(type).read(in);
        }
    }

    private static String shortText(JsonReader in) throws IOException {
        String s = in.nextString();
        if (s.length() > MAX_ID) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "type, id and status have at most 64 characters");
        }
        return s;
    }

    private static String decodeUtf8(byte[] json) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    }

    private static byte[] write(
            String type, @Nullable String id, @Nullable String status, @Nullable String text, Object data) {
        StringWriter out = new StringWriter(256);
        try {
            JsonWriter json = Json.GSON.newJsonWriter(out);
            json.beginObject();
            json.name("type").value(type);
            if (id != null) {
                json.name("id").value(id);
            }
            if (status != null) {
                json.name("status").value(status);
            }
            if (text != null) {
                json.name("message").value(text);
            }
            json.name("data");
            writeData(json, data);
            json.endObject();
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter does not fail
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static void writeData(JsonWriter json, Object data) throws IOException {
        ((TypeAdapter<Object>) Json.GSON.getAdapter(data.getClass())).write(json, data);
    }
}
