package dev.parley.app.session;

import dev.parley.protocol.Entry;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Plain text: a line with the day, then `HH:mm  Name  words`; further lines of a message are indented.
final class TextExport implements ExportFormat {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Writer out;
    private final RoomName room;
    private final ZoneId zone;
    private final EntryWords words;
    private LocalDate day = LocalDate.MIN;

    TextExport(Writer out, RoomName room, ZoneId zone, EntryWords words) {
        this.out = out;
        this.room = room;
        this.zone = zone;
        this.words = words;
    }

    @Override
    public void begin() throws IOException {
        out.write("# " + room + "\n");
    }

    @Override
    public void entry(Entry entry) throws IOException {
        ZonedDateTime at = entry.at().atZone(zone);
        if (!at.toLocalDate().equals(day)) {
            day = at.toLocalDate();
            out.write("\n--- " + day + " ---\n");
        }
        String text = VisibleText.block(words.of(entry)).replace("\n", "\n       ");
        String who = EntryWords.isNotice(entry) ? "*" : entry.from().value();
        out.write(TIME.format(at) + "  " + who + "  " + text + "\n");
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
