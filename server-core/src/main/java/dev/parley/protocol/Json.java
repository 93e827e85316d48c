package dev.parley.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/// The JSON of Parley (RFC 8259, strict): value types as strings, times as milliseconds since 1970, nothing null.
final class Json {

    static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            .setStrictness(Strictness.STRICT)
            .registerTypeAdapterFactory(new RecordAdapterFactory()) // first: the later ones win
            .registerTypeAdapter(RoomName.class, text(RoomName::new, RoomName::value))
            .registerTypeAdapter(UserName.class, text(UserName::new, UserName::value))
            .registerTypeAdapter(MessageId.class, text(MessageId::new, MessageId::value))
            .registerTypeAdapter(MessageText.class, text(MessageText::new, MessageText::value))
            .registerTypeAdapter(EntryKind.class, text(EntryKind::ofWireName, EntryKind::wireName))
            .registerTypeAdapter(ErrorCode.class, text(
                    name -> ErrorCode.ofWireName(name).orElse(ErrorCode.INTERNAL), ErrorCode::wireName))
            .registerTypeAdapter(Notice.Event.class, text(
                    name -> Notice.Event.valueOf(name.toUpperCase(Locale.ROOT)), e -> e.name().toLowerCase(Locale.ROOT)))
            .registerTypeAdapter(Instant.class, new InstantAdapter())
            .create();

    private Json() {}

    static JsonReader reader(String json) {
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(Limits.JSON_DEPTH);
        return reader;
    }

    /// @throws ProtocolException with [ErrorCode#BAD_MESSAGE]
    static <T> T read(String json, Class<T> type) {
        return guard(() -> GSON.getAdapter(type).read(reader(json)));
    }

    /// Runs a decoder and turns everything that bad input makes it throw into a [ProtocolException].
    static <T> T guard(Decoder<T> decoder) {
        try {
            return decoder.read();
        } catch (ProtocolException e) {
            throw e;
        } catch (IOException | JsonParseException | IllegalStateException | IllegalArgumentException e) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "not a valid message");
        }
    }

    interface Decoder<T> {
        T read() throws IOException;
    }

    private static <T> TypeAdapter<T> text(Function<String, T> parse, Function<T, String> print) {
        return new TypeAdapter<T>() {
            @Override
            public T read(JsonReader in) throws IOException {
                return parse.apply(in.nextString());
            }

            @Override
            public void write(JsonWriter out, T value) throws IOException {
                out.value(print.apply(value));
            }
        };
    }

    private static final class InstantAdapter extends TypeAdapter<Instant> {
        @Override
        public Instant read(JsonReader in) throws IOException {
            return Instant.ofEpochMilli(in.nextLong());
        }

        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            out.value(value.toEpochMilli());
        }
    }
}
