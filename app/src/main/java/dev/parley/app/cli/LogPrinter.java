package dev.parley.app.cli;

import dev.parley.app.session.EntryWords;
import dev.parley.app.session.Timestamps;
import dev.parley.protocol.Entry;
import dev.parley.protocol.Reply;
import dev.parley.protocol.VisibleText;
import java.time.LocalDate;

/// Writes the log to standard output, for people or for programs.
final class LogPrinter {

    private final Output output;
    private final Lines lines;
    private LocalDate day = LocalDate.MIN;

    LogPrinter(Output output, Lines lines) {
        this.output = output;
        this.lines = lines;
    }

    void room(Reply.LogRoom room) {
        long count = room.head() == 0 ? 0 : room.head() - room.first() + 1;
        if (output.isJson()) {
            output.json(JsonLine.event("room")
                    .with("room", room.name().value())
                    .with("locked", room.locked())
                    .with("first", room.first())
                    .with("head", room.head()));
        } else {
            output.answer(lines.texts().get("log.room", room.name(), count));
        }
    }

    void entry(Entry entry) {
        if (output.isJson()) {
            output.json(JsonLine.event("entry")
                    .with("seq", entry.seq())
                    .with("id", entry.id().value())
                    .with("kind", entry.kind().wireName())
                    .with("from", entry.from().value())
                    .with("at", Timestamps.utc(entry.at()))
                    .with("text", new EntryWords(lines.texts()).of(entry)));
            return;
        }
        LocalDate on = entry.at().atZone(lines.zone()).toLocalDate();
        if (!on.equals(day)) {
            day = on;
            output.answer("--- " + on + " ---");
        }
        output.answer(lines.entry(entry));
    }

    void event(Reply.Event event) {
        String room = event.room() == null ? "" : event.room();
        String person = event.person() == null ? "" : event.person();
        if (output.isJson()) {
            output.json(JsonLine.event("audit")
                    .with("number", event.number())
                    .with("at", Timestamps.utc(event.at()))
                    .with("type", event.event())
                    .with("room", room)
                    .with("person", person)
                    .with("detail", event.detail()));
            return;
        }
        String about = String.join("  ", room, person, event.detail()).strip();
        output.answer(Timestamps.utc(event.at()) + "  " + VisibleText.line(event.event() + "  " + about).strip());
    }
}
