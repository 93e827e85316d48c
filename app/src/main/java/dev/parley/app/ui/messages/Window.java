package dev.parley.app.ui.messages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The part of a room's log that is in memory: every entry from `low` to `high` that the log still has, ascending.
final class Window {

    /// More than this are not kept.
    static final int MOST = 2_000;
    private static final int AFTER_TRIM = 1_800;

    private final List<Kept> entries = new ArrayList<>();
    private long low = 1;
    private long high;
    private boolean beginning;

    List<Kept> entries() {
        return Collections.unmodifiableList(entries);
    }

    /// Everything from this number on is here, up to [#high].
    long low() {
        return low;
    }

    long high() {
        return high;
    }

    /// True if nothing is earlier than what is here.
    boolean atBeginning() {
        return beginning || low <= 1;
    }

    /// Empty, between the entries `after` and `after + 1`.
    void reset(long after) {
        entries.clear();
        low = after + 1;
        high = after;
        beginning = false;
    }

    void append(Kept entry) {
        entries.add(entry);
        high = entry.seq();
    }

    /// Entries after [#high]; up to `until` there are no others.
    void append(List<Kept> page, long until) {
        page.stream().filter(e -> e.seq() > high).forEach(entries::add);
        high = Math.max(high, until);
    }

    /// The page before [#low]; an empty one means that there is nothing.
    void prepend(List<Kept> page) {
        List<Kept> earlier = page.stream().filter(e -> e.seq() < low).toList();
        if (earlier.isEmpty()) {
            beginning = true;
            return;
        }
        entries.addAll(0, earlier);
        low = earlier.getFirst().seq();
    }

    boolean tooLarge() {
        return entries.size() > MOST;
    }

    void dropOldest() {
        entries.subList(0, entries.size() - AFTER_TRIM).clear();
        low = entries.getFirst().seq();
        beginning = false;
    }

    void dropNewest() {
        entries.subList(AFTER_TRIM, entries.size()).clear();
        high = entries.getLast().seq();
    }
}
