package dev.parley.app.cli;

import dev.parley.app.Texts;
import dev.parley.app.session.EntryWords;
import dev.parley.client.ClientEvent;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.Entry;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Reply;
import dev.parley.protocol.VisibleText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Events as lines for people. Whatever others wrote is harmless in them, and cannot look like a line of its own.
///
/// @param texts our words
/// @param zone for times
record Lines(Texts texts, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int NAMES = 20;
    private static final int SHORT = 40;

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /// `HH:mm  Name  text`; further lines of the text are indented below it.
    String entry(Entry entry) {
        String words = block(new EntryWords(texts).of(entry));
        return time(entry.at()) + "  " + (EntryWords.isNotice(entry) ? "* " : entry.from() + "  ") + words;
    }

    static String block(String text) {
        return VisibleText.block(text).stripTrailing().replace("\n", "\n       ");
    }

    /// What a change of the connection or of our place in the room says; empty for events that are not worth a line.
    Optional<String> status(ClientEvent event) {
        return switch (event) {
            case ClientEvent.Online e when e.trust() == ClientEvent.Trust.FIRST_CONTACT ->
                Optional.of(texts.get("chat.first-contact", words(e.host())));
            case ClientEvent.Online _ -> Optional.empty();
            case ClientEvent.Offline e -> Optional.of(texts.get("chat.offline", VisibleText.line(e.why())));
            case ClientEvent.Joined e when e.again() -> Optional.of(texts.get("chat.back", e.room()));
            case ClientEvent.Joined e -> Optional.of(texts.get("chat.joined", e.room(), e.count(), names(e.people())));
            case ClientEvent.Refused e -> Optional.of(
                    texts.get("chat.not-sent", shorten(e.text().value()), refusal(e.code(), e.message())));
            case ClientEvent.Failed e -> Optional.of(refusal(e.code(), e.message()));
            case ClientEvent.WayChanged e -> Optional.of(
                    texts.get(e.now() == ClientEvent.Way.UDP ? "chat.udp" : "chat.tcp", VisibleText.line(e.why())));
            case ClientEvent.Left e when e.reason().equals(Optional.of(ErrorCode.IDLE)) ->
                Optional.of(texts.get("chat.idle", e.room()));
            case ClientEvent.Left e -> Optional.of(texts.get("chat.left", e.room()));
            case ClientEvent.Whispered e -> Optional.of(
                    texts.get("chat.whisper", e.from(), e.to(), block(e.text().value())));
            case ClientEvent.Renamed e -> Optional.of(texts.get("chat.renamed", e.room(), e.now()));
            case ClientEvent.Writable e when e.now() -> Optional.of(texts.get("chat.writable", e.room()));
            case ClientEvent.Writable e -> Optional.of(texts.get("chat.read-only", e.room(), VisibleText.line(e.why())));
            case ClientEvent.Typing _, ClientEvent.Presence _ -> Optional.empty();
            case ClientEvent.Received _, ClientEvent.CaughtUp _, ClientEvent.Sent _, ClientEvent.JoinFailed _,
                    ClientEvent.Ended _ -> Optional.empty(); // shown as entries, or as the error at the end
        };
    }

    String people(List<Reply.Person> people) {
        return texts.get("chat.people", people.size(), people.stream()
                .map(p -> p.role().equals("member") ? p.name().value() : texts.get("chat.role", p.name(), role(p)))
                .collect(Collectors.joining(", ")));
    }

    private String role(Reply.Person person) {
        String key = "role." + person.role();
        return texts.has(key) ? texts.get(key) : VisibleText.line(person.role());
    }

    /// The words by which people compare a host.
    static String words(Fingerprint host) {
        return String.join(" ", host.words());
    }

    private static String names(List<Reply.Person> people) {
        String some = people.stream().limit(NAMES).map(p -> p.name().value()).collect(Collectors.joining(", "));
        return people.size() > NAMES ? some + ", ..." : some;
    }

    private String refusal(ErrorCode code, String message) {
        String words = VisibleText.line(message);
        return words.isEmpty() ? code.wireName() : words;
    }

    private static String shorten(String text) {
        String line = VisibleText.line(text);
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "...";
    }
}
