package dev.parley.app.session;

import com.google.gson.stream.JsonWriter;
import dev.parley.protocol.Entry;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/// One object: `{"room","exported","entries":[{"seq","id","kind","from","at","text"}]}`; times in UTC (ISO 8601).
final class JsonExport implements ExportFormat {

    private final JsonWriter out;
    private final RoomName room;
    private final Instant now;
    private final EntryWords words;

    JsonExport(Writer out, RoomName room, Instant now, EntryWords words) {
        this.out = new JsonWriter(out);
        this.out.setIndent(" ");
        this.room = room;
        this.now = now;
        this.words = words;
    }

    @Override
    public void begin() throws IOException {
        out.beginObject();
        out.name("room").value(room.value());
        out.name("exported").value(Timestamps.utc(now));
        out.name("entries").beginArray();
    }

    @Override
    public void entry(Entry entry) throws IOException {
        out.beginObject();
        out.name("seq").value(entry.seq());
        out.name("id").value(entry.id().value());
        out.name("kind").value(entry.kind().wireName());
        out.name("from").value(entry.from().value());
        out.name("at").value(Timestamps.utc(entry.at()));
        out.name("text").value(words.of(entry));
        out.endObject();
    }

    @Override
    public void end() throws IOException {
        out.endArray();
        out.endObject();
        out.flush();
    }
}
