package dev.parley.app.session;

import dev.parley.app.Texts;
import dev.parley.protocol.Entry;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Writes a room log to a file for people or programs. The ending of the file's name says in which form.
///
/// @param texts words for notices and headings
/// @param locale language of dates
/// @param zone for times that people read
public record LogExport(Texts texts, Locale locale, ZoneId zone) {

    /// Gives all entries, in order, to the reader.
    public interface Source {
        void read(Consumer<Entry> reader);
    }

    /// The file appears when it is complete; an older one with that name is replaced by then and not before.
    ///
    /// @param now time of the export
    /// @return how many entries were written
    /// @throws SessionException `export-format` for an unknown ending
    public long write(Path file, RoomName room, Instant now, Source source) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !(name.endsWith(".json") || name.endsWith(".html") || name.endsWith(".txt"))) {
            throw new SessionException(Problem.USAGE, "export-format", VisibleText.line(file.toString()));
        }
        Path fresh = Files.createTempFile(folder, "parley-", ".part");
        AtomicLong count = new AtomicLong();
        try {
            try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                ExportFormat format = format(name, out, room, now);
                format.begin();
                source.read(entry -> {
                    write(format, entry);
                    count.incrementAndGet();
                });
                format.end();
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(fresh);
        }
        return count.get();
    }

    private ExportFormat format(String name, Writer out, RoomName room, Instant now) {
        EntryWords words = new EntryWords(texts);
        if (name.endsWith(".json")) {
            return new JsonExport(out, room, now, words);
        }
        return name.endsWith(".html")
                ? new HtmlExport(out, room, now, zone, locale, texts)
                : new TextExport(out, room, zone, words);
    }

    private static void write(ExportFormat format, Entry entry) {
        try {
            format.entry(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
