package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Notice;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes rows out of entries: day lines, the unread line, groups of messages, folded notices.
final class RowMaker {

    private static final Duration GROUP = Duration.ofMinutes(5);
    private static final int NAMES = 4;

    private final UserName me;
    private final Times times;
    private final Texts texts;

    private final List<Row> rows = new ArrayList<>();
    private final Set<MessageId> ids = new HashSet<>();
    private final List<Kept> happened = new ArrayList<>();
    private Optional<LocalDate> day = Optional.empty();
    private Optional<Post> previous = Optional.empty();

    RowMaker(UserName me, Times times, Texts texts) {
        this.me = me;
        this.times = times;
        this.texts = texts;
    }

    /// @param whispers in the order in which they came; each stands after the entry that was the newest then
    /// @param lineAfter the unread line comes before the first message of others with a higher number
    static List<Row> make(RowMaker maker, Row.Edge top, List<Kept> entries, long lineAfter, boolean lineHere,
            List<Private> whispers, List<Post> pending, Optional<Row.Edge> bottom) {
        maker.rows.add(top);
        boolean lineDone = !lineHere;
        Deque<Private> aside = new ArrayDeque<>(whispers);
        for (Kept kept : entries) {
            maker.addAside(aside, kept.seq());
            if (!lineDone && kept.isText() && kept.seq() > lineAfter && !maker.isMine(kept)) {
                maker.dayOf(kept.day());
                maker.breakGroup();
                maker.rows.add(new Row.Unread());
                lineDone = true;
            }
            maker.add(kept);
        }
        if (bottom.isEmpty()) {
            maker.addAside(aside, Long.MAX_VALUE);
        }
        maker.flush();
        bottom.ifPresent(maker.rows::add);
        pending.forEach(maker::addPost);
        return List.copyOf(maker.rows);
    }

    private boolean isMine(Kept kept) {
        return kept.entry().from().equals(me);
    }

    private void add(Kept kept) {
        dayOf(kept.day());
        if (!kept.isText()) {
            happened.add(kept);
            previous = Optional.empty();
            return;
        }
        flush();
        if (ids.add(kept.entry().id())) { // a host that repeats an id would make two rows with one key
            addPost(new Post(kept.entry().id(), OptionalLong.of(kept.seq()), kept.entry().from(), kept.entry().at(),
                    kept.entry().body(), isMine(kept), isMine(kept) ? Post.Progress.STORED : Post.Progress.NONE, ""));
        }
    }

    private void addPost(Post post) {
        dayOf(times.dayOf(post.at()));
        boolean follows = previous.isPresent() && previous.get().from().equals(post.from())
                && isSoon(previous.get().at(), post.at());
        rows.add(new Row.Message(post, !follows, times.time(post.at()), times.exact(post.at())));
        previous = Optional.of(post);
    }

    private void addAside(Deque<Private> aside, long before) {
        while (!aside.isEmpty() && aside.element().after() < before) {
            Private words = aside.remove();
            dayOf(times.dayOf(words.at()));
            breakGroup();
            rows.add(new Row.Whisper(words.id(), words.from(), words.to(), words.text(), words.from().equals(me), times.time(words.at())));
        }
    }

    private static boolean isSoon(Instant before, Instant now) {
        return Duration.between(before, now).abs().compareTo(GROUP) < 0;
    }

    private void dayOf(LocalDate date) {
        if (day.isEmpty() || date.isAfter(day.get())) { // a clock that went back does not repeat a day
            breakGroup();
            day = Optional.of(date);
            rows.add(new Row.Day(date, times.day(date, texts)));
        }
    }

    private void breakGroup() {
        flush();
        previous = Optional.empty();
    }

    private void flush() {
        if (!happened.isEmpty()) {
            Kept last = happened.getLast();
            rows.add(new Row.Happened(last.seq(), words(), times.time(last.entry().at())));
            happened.clear();
        }
    }

    /// Names by what happened to them, in the order in which it first happened.
    private String words() {
        Map<Notice.Event, Set<String>> byEvent = new LinkedHashMap<>();
        boolean unknown = false;
        for (Kept kept : happened) {
            kept.notice().ifPresent(n -> n.names().forEach(
                    name -> byEvent.computeIfAbsent(n.event(), _ -> new LinkedHashSet<>()).add(name.value())));
            unknown |= kept.notice().isEmpty();
        }
        List<String> parts = new ArrayList<>();
        byEvent.forEach((event, names) -> parts.add(words(event, names)));
        if (unknown) {
            parts.add(texts.get("notice.other"));
        }
        return parts.stream().reduce((a, b) -> texts.get("messages.and-then", a, b)).orElse("");
    }

    private String words(Notice.Event event, Set<String> names) {
        String first = names.stream().limit(NAMES).collect(Collectors.joining(", "));
        String all = names.size() > NAMES ? texts.get("notice.more", first, names.size() - NAMES) : first;
        return switch (event) {
            case JOINED -> texts.get("notice.joined", all);
            case LEFT -> texts.get("notice.left", all);
            case IDLE -> texts.get("notice.idle", all);
            case CREATED -> texts.get("notice.created", all);
        };
    }
}
