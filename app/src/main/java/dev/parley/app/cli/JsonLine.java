package dev.parley.app.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// One JSON object on one line, for programs. Its first field is always `event`.
final class JsonLine {

    private final StringWriter text = new StringWriter(128);
    private final JsonWriter json = new JsonWriter(text);

    private JsonLine() {
        json.setHtmlSafe(false);
    }

    private interface Step {
        void write() throws IOException;
    }

    static JsonLine event(String name) {
        JsonLine line = new JsonLine();
        return line.step(() -> line.json.beginObject().name("event").value(name));
    }

    JsonLine with(String field, String value) {
        return step(() -> json.name(field).value(value));
    }

    JsonLine with(String field, long value) {
        return step(() -> json.name(field).value(value));
    }

    JsonLine with(String field, boolean value) {
        return step(() -> json.name(field).value(value));
    }

    JsonLine with(String field, List<String> values) {
        return step(() -> {
            json.name(field).beginArray();
            for (String value : values) {
                json.value(value);
            }
            json.endArray();
        });
    }

    JsonLine with(String field, Map<String, String> values) {
        return step(() -> {
            json.name(field).beginObject();
            for (Map.Entry<String, String> value : values.entrySet()) {
                json.name(value.getKey()).value(value.getValue());
            }
            json.endObject();
        });
    }

    private JsonLine step(Step step) {
        try {
            step.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter does not fail
        }
        return this;
    }

    /// The whole object, without a line feed; afterwards nothing can be added.
    String end() {
        step(json::endObject);
        return text.toString();
    }
}
