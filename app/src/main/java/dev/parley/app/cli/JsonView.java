package dev.parley.app.cli;

import dev.parley.app.Texts;
import dev.parley.app.session.ChatView;
import dev.parley.app.session.EntryWords;
import dev.parley.app.session.Notices;
import dev.parley.app.session.Timestamps;
import dev.parley.client.ClientEvent;
import dev.parley.protocol.Entry;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Notice;
import dev.parley.protocol.Reply;
import dev.parley.protocol.UserName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A chat for programs: one object per event on standard output.
final class JsonView implements ChatView {

    private final Output output;
    private final Lines lines;
    private boolean wasOffline;
    private boolean wasIdle;

    JsonView(Output output, Lines lines) {
        this.output = output;
        this.lines = lines;
    }

    @Override
    public void show(ClientEvent event) {
        switch (event) {
            case ClientEvent.Online e -> online(e);
            case ClientEvent.Offline e -> {
                wasOffline = true;
                put(JsonLine.event("offline").with("why", e.why()).with("retryInMillis", e.retryIn().toMillis()));
            }
            case ClientEvent.Joined e when e.again() && !wasIdle -> {} // "online" has said so
            case ClientEvent.Joined e -> {
                wasIdle = false;
                put(JsonLine.event("joined")
                        .with("room", e.room().value())
                        .with("members", e.count())
                        .with("transport", way(e.way())));
            }
            case ClientEvent.Received e -> put(entry(e.entry(), lines.texts()));
            case ClientEvent.CaughtUp e -> put(JsonLine.event("caught-up").with("seq", e.seq()));
            case ClientEvent.Sent e -> put(JsonLine.event("sent").with("id", e.id().value()).with("seq", e.seq()));
            case ClientEvent.Refused e -> put(error(e.code().wireName(), e.message()).with("id", e.id().value()));
            case ClientEvent.Whispered e -> put(JsonLine.event("whisper")
                    .with("from", e.from().value())
                    .with("to", e.to().value())
                    .with("text", e.text().value()));
            case ClientEvent.Failed e -> put(error(e.code().wireName(), e.message()));
            case ClientEvent.WayChanged e ->
                put(JsonLine.event("transport").with("now", way(e.now())).with("why", e.why()));
            case ClientEvent.Left e -> {
                wasIdle = e.reason().equals(Optional.of(ErrorCode.IDLE));
                put(JsonLine.event("left")
                        .with("room", e.room().value())
                        .with("reason", e.reason().map(ErrorCode::wireName).orElse("leave")));
            }
            case ClientEvent.Renamed e ->
                put(JsonLine.event("renamed").with("room", e.room().value()).with("now", e.now().value()));
            case ClientEvent.Writable e when e.now() -> put(JsonLine.event("writable").with("room", e.room().value()));
            case ClientEvent.Writable e ->
                put(JsonLine.event("read-only").with("room", e.room().value()).with("why", e.why()));
            case ClientEvent.Typing _, ClientEvent.Presence _ -> {}
            case ClientEvent.JoinFailed _, ClientEvent.Ended _ -> {} // the error at the end says it
        }
    }

    private void online(ClientEvent.Online e) {
        if (e.trust() == ClientEvent.Trust.FIRST_CONTACT) {
            put(JsonLine.event("first-contact").with("fingerprint", e.host().toString()).with("words", e.host().words()));
            lines.status(e).ifPresent(output::status);
        }
        if (wasOffline) {
            wasOffline = false;
            put(JsonLine.event("online").with("name", e.name().value()));
        }
    }

    /// `message` for words of people, `notice` for the rest.
    static JsonLine entry(Entry entry, Texts texts) {
        Optional<Notice> notice = Notices.of(entry);
        JsonLine line = JsonLine.event(EntryWords.isNotice(entry) ? "notice" : "message")
                .with("seq", entry.seq())
                .with("id", entry.id().value())
                .with("from", entry.from().value())
                .with("at", Timestamps.utc(entry.at()))
                .with("text", new EntryWords(texts).of(entry));
        return notice.isEmpty() ? line : line
                .with("what", notice.get().event().name().toLowerCase(Locale.ROOT))
                .with("names", notice.get().names().stream().map(UserName::value).toList());
    }

    private static JsonLine error(String code, String message) {
        return JsonLine.event("error").with("code", code).with("message", message);
    }

    private static String way(ClientEvent.Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    private void put(JsonLine line) {
        output.json(line);
    }

    @Override
    public void people(List<Reply.Person> people) {
        put(JsonLine.event("people").with("names", people.stream().map(p -> p.name().value()).toList()));
    }

    @Override
    public void hint(String key, Object... args) {
        output.status(lines.texts().get(key, args));
    }

    @Override
    public void flush() {
        output.flush();
    }
}
