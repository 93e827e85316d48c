package dev.parley.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.parley.app.Texts;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Notice;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExportTest {

    private static final RoomName ROOM = new RoomName("<b>Crew & Co</b>");
    private static final Instant AT = Instant.parse("2026-11-20T10:02:03.004Z");
    private static final String EVIL = "<script>alert('x')</script> \"&\" \u001B[2J\u202E\nsecond";

    @TempDir
    Path folder = Path.of("");

    private final LogExport export = new LogExport(new Texts(Locale.ENGLISH), Locale.ENGLISH, ZoneOffset.UTC);
    private final List<Entry> entries = List.of(
            new Entry(1, MessageId.next(), EntryKind.NOTICE, new UserName("Ana"), AT,
                    new Notice(Notice.Event.JOINED, List.of(new UserName("Ana"))).toBody()),
            new Entry(2, MessageId.next(), EntryKind.TEXT, new UserName("Ana"), AT, EVIL),
            new Entry(3, MessageId.next(), EntryKind.TEXT, new UserName("健太"), AT.plusSeconds(86_400), "👍"));

    private String write(String name) throws IOException {
        Path file = folder.resolve(name);
        assertThat(export.write(file, ROOM, AT, entries::forEach)).isEqualTo(3);
        return Files.readString(file);
    }

    @Test
    void jsonHasEveryFieldAndTheExactText() throws IOException {
        JsonObject whole = JsonParser.parseString(write("x.json")).getAsJsonObject();
        assertThat(whole.get("room").getAsString()).isEqualTo(ROOM.value());
        JsonObject second = whole.getAsJsonArray("entries").get(1).getAsJsonObject();
        assertThat(second.keySet()).containsExactly("seq", "id", "kind", "from", "at", "text");
        assertThat(second.get("text").getAsString()).isEqualTo(EVIL);
        assertThat(second.get("at").getAsString()).isEqualTo("2026-11-20T10:02:03.004Z");
    }

    @Test
    void htmlEscapesEverythingThatPeopleWrote() throws IOException {
        String html = write("x.HTML");
        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;&amp;&quot;")
                .contains("<h1>&lt;b&gt;Crew &amp; Co&lt;/b&gt;</h1>")
                .contains("prefers-color-scheme: dark", "Content-Security-Policy", "健太", "Ana joined")
                .doesNotContain("<script", "\u001B", "\u202E", "http://", "https://", "{room}");
    }

    @Test
    void textKeepsOneMessageRecognisable() throws IOException {
        assertThat(write("x.txt")).contains("10:02  Ana  <script>", "\n       second\n", "--- 2026-11-21 ---")
                .doesNotContain("\u001B");
    }

    @Test
    void otherEndingsAreRefusedBeforeAnythingIsWritten() throws IOException {
        assertThatThrownBy(() -> write("x.pdf"))
                .isInstanceOfSatisfying(SessionException.class, e -> assertThat(e.code()).isEqualTo("export-format"));
        assertThat(files()).isEmpty();
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), "old");
        assertThatThrownBy(() -> export.write(file, ROOM, AT, reader -> {
            reader.accept(entries.getFirst());
            throw new IllegalStateException("the host is gone");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly(file);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
