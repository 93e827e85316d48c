package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Notice;
import dev.parley.protocol.UserName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// A room with a conversation, for tests.
final class Talk {

    static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");
    static final UserName ME = new UserName("Ana");
    static final Texts TEXTS = Texts.ofWindow(Locale.ENGLISH);
    static final Times TIMES = new Times(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK);

    final List<Entry> log = new ArrayList<>();
    int asked;
    private Instant at = NOW.minus(Duration.ofDays(1)).minus(Duration.ofHours(2));

    /// A room with that many messages of little interest.
    static Talk of(int messages) {
        Talk talk = new Talk();
        for (int i = 1; i <= messages; i++) {
            talk.says(i % 5 == 0 ? "Ben" : i % 3 == 0 ? "Ольга" : "健太", "Message " + i + " "
                    + "of a long conversation, with some words ".repeat(i % 7));
        }
        return talk;
    }

    Entry says(String who, String text) {
        return add(EntryKind.TEXT, new UserName(who), text);
    }

    Entry happens(Notice.Event event, String... who) {
        List<UserName> names = Arrays.stream(who).map(UserName::new).toList();
        return add(EntryKind.NOTICE, names.getFirst(), new Notice(event, names).toBody());
    }

    private Entry add(EntryKind kind, UserName from, String body) {
        at = at.plusSeconds(20);
        Entry entry = new Entry(log.size() + 1L, MessageId.next(), kind, from, at, body);
        log.add(entry);
        return entry;
    }

    Talk later(Duration time) {
        at = at.plus(time);
        return this;
    }

    Talk today() {
        at = NOW.minus(Duration.ofMinutes(28));
        return this;
    }

    long head() {
        return log.size();
    }

    /// A page, at once.
    CompletableFuture<List<Entry>> before(long seq, int limit) {
        asked++;
        int end = (int) Math.min(seq - 1, log.size());
        return CompletableFuture.completedFuture(List.copyOf(log.subList(Math.max(0, end - limit), end)));
    }

    MessagesModel model() {
        return new MessagesModel(ME, this::before, TIMES, TEXTS);
    }

    /// The model of somebody who has just come in and sees the newest entries.
    MessagesModel joined(int newest) {
        MessagesModel model = model();
        long after = Math.max(0, head() - newest);
        model.joined(head(), after);
        log.subList((int) after, log.size()).forEach(model::received);
        model.caughtUp(head());
        return model;
    }
}
