package dev.parley.app.session;

import dev.parley.protocol.Entry;
import dev.parley.protocol.Limits;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/// Reads more of a [LogReader] than fits one page. A page may be shorter than asked for, because it must fit a frame.
public final class LogPages {

    private final LogReader log;

    public LogPages(LogReader log) {
        this.log = log;
    }

    /// The newest `count` entries in which the words are, in ascending order. They are all held in memory.
    public List<Entry> found(RoomName room, long count, String words) {
        return newest(Long.MAX_VALUE, count, (before, limit) -> log.before(room, before, limit, Optional.of(words)), Entry::seq);
    }

    /// The newest `count` entries, in ascending order, a window at a time, so that a long log needs no memory.
    public void last(Reply.LogRoom room, long count, Consumer<Entry> reader) {
        long first = Math.max(Math.max(1, room.first()), room.head() - count + 1);
        for (long from = first; from <= room.head(); from += Limits.PAGE_ENTRIES) {
            window(room.name(), from, Math.min(room.head(), from + Limits.PAGE_ENTRIES - 1)).forEach(reader);
        }
    }

    private List<Entry> window(RoomName room, long from, long to) {
        return newest(to + 1, to - from + 1, (before, limit) -> log.before(room, before, limit, Optional.empty()).stream()
                .filter(e -> e.seq() >= from)
                .toList(), Entry::seq);
    }

    /// The newest `count` lines of the audit, in ascending order.
    public List<Reply.Event> lastEvents(int count) {
        return newest(Long.MAX_VALUE, count, log::events, Reply.Event::number);
    }

    /// The newest `count` that stand before a number, in ascending order; fewer where the log has no more, or retention has
    /// removed them in the meantime.
    private static <T> List<T> newest(long before, long count, Pages<T> source, ToLongFunction<T> number) {
        List<List<T>> pages = new ArrayList<>();
        long end = before;
        long missing = count;
        while (missing > 0) {
            List<T> page = source.before(end, (int) Math.min(missing, Limits.PAGE_ENTRIES));
            if (page.isEmpty()) {
                break;
            }
            pages.addFirst(page);
            missing -= page.size();
            end = number.applyAsLong(page.getFirst());
        }
        return pages.stream().flatMap(List::stream).toList();
    }

    /// One page that ends before a number, in ascending order; may be shorter than the limit.
    private interface Pages<T> {
        List<T> before(long number, int limit);
    }
}
