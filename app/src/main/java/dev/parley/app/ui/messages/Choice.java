package dev.parley.app.ui.messages;

import dev.parley.protocol.MessageId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which messages are chosen, to be copied together, and at which one the keyboard is.
final class Choice {

    private final Runnable changed;
    private final Set<MessageId> chosen = new LinkedHashSet<>();
    private Optional<MessageId> current = Optional.empty();
    private Optional<MessageId> start = Optional.empty();

    Choice(Runnable changed) {
        this.changed = changed;
    }

    boolean isChosen(MessageId id) {
        return chosen.contains(id);
    }

    boolean isEmpty() {
        return chosen.isEmpty();
    }

    Optional<MessageId> current() {
        return current;
    }

    /// The keyboard goes there.
    void at(MessageId id) {
        current = Optional.of(id);
        start = current;
        changed.run();
    }

    void toggle(MessageId id) {
        if (!chosen.remove(id)) {
            chosen.add(id);
        }
        at(id);
    }

    /// Chooses all from where the choice began.
    void extendTo(MessageId id, List<Row> rows) {
        List<MessageId> order = messages(rows).map(p -> p.id()).toList();
        int from = start.or(() -> current).map(order::indexOf).orElse(-1);
        int to = order.indexOf(id);
        if (to < 0) {
            return;
        }
        if (from < 0) {
            from = to;
            start = Optional.of(id);
        }
        chosen.clear();
        chosen.addAll(order.subList(Math.min(from, to), Math.max(from, to) + 1));
        current = Optional.of(id);
        changed.run();
    }

    /// The message before or after the current one; the last one if there is none.
    Optional<MessageId> step(int direction, List<Row> rows) {
        List<MessageId> order = messages(rows).map(p -> p.id()).toList();
        if (order.isEmpty()) {
            return Optional.empty();
        }
        int at = current.map(order::indexOf).orElse(-1);
        int next = at < 0 ? order.size() - 1 : Math.clamp((long) at + direction, 0, order.size() - 1);
        return Optional.of(order.get(next));
    }

    /// @return whether something was chosen
    boolean clear() {
        boolean any = !chosen.isEmpty();
        chosen.clear();
        start = current;
        changed.run();
        return any;
    }

    /// The chosen messages as lines of text: `[10:02] Ben: text`.
    String copied(List<Row> rows) {
        return rows.stream().filter(Row.Message.class::isInstance).map(Row.Message.class::cast)
                .filter(m -> chosen.contains(m.key()))
                .map(Choice::line)
                .collect(Collectors.joining("\n"));
    }

    static String line(Row.Message message) {
        return "[" + message.time() + "] " + message.post().from().value() + ": " + message.post().text();
    }

    private static Stream<Post> messages(List<Row> rows) {
        return rows.stream().filter(Row.Message.class::isInstance).map(r -> ((Row.Message) r).post());
    }
}
