package dev.parley.app.session;

import dev.parley.protocol.Entry;
import dev.parley.protocol.Limits;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads more of a [LogReader] than fits one page. A page may be shorter than asked for, because it must fit a frame.
public final class LogPages {

    private final LogReader log;

    public LogPages(LogReader log) {
        this.log = log;
    }

    /// The newest `count` entries in which the words are, in ascending order. They are all held in memory.
    public List<Entry> found(RoomName room, long count, String words) {
        List<List<Entry>> pages = new ArrayList<>();
        long before = Long.MAX_VALUE;
        long missing = count;
        while (missing > 0) {
            List<Entry> page = log.before(room, before, (int) Math.min(missing, Limits.PAGE_ENTRIES), Optional.of(words));
            if (page.isEmpty()) {
                break;
            }
            pages.addFirst(page);
            missing -= page.size();
            before = page.getFirst().seq();
        }
        return pages.stream().flatMap(List::stream).toList();
    }

    /// The newest `count` entries, in ascending order, a window at a time, so that a long log needs no memory.
    public void last(Reply.LogRoom room, long count, Consumer<Entry> reader) {
        long first = Math.max(Math.max(1, room.first()), room.head() - count + 1);
        for (long from = first; from <= room.head(); from += Limits.PAGE_ENTRIES) {
            window(room.name(), from, Math.min(room.head(), from + Limits.PAGE_ENTRIES - 1)).forEach(reader);
        }
    }

    private List<Entry> window(RoomName room, long from, long to) {
        List<List<Entry>> pages = new ArrayList<>();
        long before = to + 1;
        while (before > from) {
            List<Entry> page = log.before(room, before, (int) (before - from), Optional.empty()).stream()
                    .filter(e -> e.seq() >= from)
                    .toList();
            if (page.isEmpty()) {
                break; // removed by retention in the meantime
            }
            pages.addFirst(page);
            before = page.getFirst().seq();
        }
        return pages.stream().flatMap(List::stream).toList();
    }

    /// The newest `count` lines of the audit, in ascending order.
    public List<Reply.Event> lastEvents(int count) {
        List<List<Reply.Event>> pages = new ArrayList<>();
        long before = Long.MAX_VALUE;
        int missing = count;
        while (missing > 0) {
            List<Reply.Event> page = log.events(before, Math.min(missing, Limits.PAGE_ENTRIES));
            if (page.isEmpty()) {
                break;
            }
            pages.addFirst(page);
            missing -= page.size();
            before = page.getFirst().number();
        }
        return pages.stream().flatMap(List::stream).toList();
    }
}
