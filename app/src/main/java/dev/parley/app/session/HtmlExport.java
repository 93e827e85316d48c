package dev.parley.app.session;

import dev.parley.app.Texts;
import dev.parley.protocol.Entry;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// One page that needs nothing else: light or dark as the reader's system is, no script, nothing loaded. Everything
/// that people wrote is escaped and made visible, and the page's own policy forbids it to do anything.
final class HtmlExport implements ExportFormat {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{room}</title>
            <style>
            :root { color-scheme: light dark; --back: #ffffff; --text: #1f2328; --faint: #656d76; --line: #d8dee4; --name: #0a58ca; }
            @media (prefers-color-scheme: dark) {
              :root { --back: #14171c; --text: #e6e9ee; --faint: #9aa4b2; --line: #2c323b; --name: #7fb2ff; }
            }
            body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: var(--back); color: var(--text);
              font: 1rem/1.5 system-ui, sans-serif; }
            h1 { font-size: 1.5rem; margin: 0; }
            header p, time, .notice { color: var(--faint); }
            h2 { font-size: .9rem; font-weight: 600; color: var(--faint); text-align: center; margin: 2rem 0 1rem;
              border-top: 1px solid var(--line); padding-top: 1rem; }
            article { margin: .4rem 0; }
            .from { font-weight: 600; color: var(--name); margin-right: .5rem; }
            time { font-size: .85rem; font-variant-numeric: tabular-nums; }
            .text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
            .notice { text-align: center; font-size: .9rem; }
            </style>
            </head>
            <body>
            <header><h1>{room}</h1><p>{saved}</p></header>
            <main>
            """;

    private final Writer out;
    private final RoomName room;
    private final Instant now;
    private final ZoneId zone;
    private final Locale locale;
    private final Texts texts;
    private final EntryWords words;
    private LocalDate day = LocalDate.MIN;

    HtmlExport(Writer out, RoomName room, Instant now, ZoneId zone, Locale locale, Texts texts) {
        this.out = out;
        this.room = room;
        this.now = now;
        this.zone = zone;
        this.locale = locale;
        this.texts = texts;
        this.words = new EntryWords(texts);
    }

    @Override
    public void begin() throws IOException {
        String saved = texts.get("export.saved", day(now.atZone(zone)), TIME.format(now.atZone(zone)));
        out.write(HEAD.replace("{language}", escape(locale.toLanguageTag()))
                .replace("{saved}", escape(saved))
                .replace("{room}", escape(room.value())));
    }

    @Override
    public void entry(Entry entry) throws IOException {
        ZonedDateTime at = entry.at().atZone(zone);
        if (!at.toLocalDate().equals(day)) {
            day = at.toLocalDate();
            out.write("<h2>" + escape(day(at)) + "</h2>\n");
        }
        String time = "<time datetime=\"" + Timestamps.utc(entry.at()) + "\">" + TIME.format(at) + "</time>";
        String text = escape(words.of(entry));
        if (EntryWords.isNotice(entry)) {
            out.write("<p class=\"notice\">" + time + " " + text + "</p>\n");
        } else {
            out.write("<article id=\"m" + entry.seq() + "\"><span class=\"from\" dir=\"auto\">"
                    + escape(entry.from().value()) + "</span>" + time
                    + "<p class=\"text\" dir=\"auto\">" + text + "</p></article>\n");
        }
    }

    @Override
    public void end() throws IOException {
        out.write("</main>\n</body>\n</html>\n");
        out.flush();
    }

    private String day(ZonedDateTime at) {
        return DAY.withLocale(locale).format(at);
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (char c : VisibleText.block(text).toCharArray()) {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
