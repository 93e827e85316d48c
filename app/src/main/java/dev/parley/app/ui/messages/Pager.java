package dev.parley.app.ui.messages;

import dev.parley.app.ui.messages.Row.Edge;
import dev.parley.app.ui.messages.Row.Edge.Side;
import dev.parley.app.ui.messages.Row.Edge.State;
import dev.parley.protocol.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Brings pages of the log into the window, one request at a time.
final class Pager {

    /// Entries in one request.
    static final int PAGE = 100;

    private final HistorySource history;
    private final Window window;
    private final Times times;
    private final Runnable changed;

    private boolean online;
    private boolean busy;
    private boolean failed;
    private Side side = Side.TOP;
    private int generation;

    Pager(HistorySource history, Window window, Times times, Runnable changed) {
        this.history = history;
        this.window = window;
        this.times = times;
        this.changed = changed;
    }

    Edge top() {
        if (window.atBeginning()) {
            return new Edge(Side.TOP, State.BEGINNING);
        }
        return new Edge(Side.TOP, stateOf(Side.TOP));
    }

    Edge bottom() {
        return new Edge(Side.BOTTOM, stateOf(Side.BOTTOM));
    }

    private State stateOf(Side which) {
        if (side != which) {
            return State.MORE;
        }
        return busy ? State.LOADING : failed ? State.FAILED : State.MORE;
    }

    /// Requests that are under way are for nothing.
    void reset() {
        generation++;
        busy = false;
        failed = false;
    }

    void online(boolean now) {
        boolean again = now && !online && failed;
        online = now;
        if (again) {
            failed = false;
            changed.run(); // the reader is still near that end: it is asked for again
        }
    }

    /// A failure does not keep the next request back any more.
    void again() {
        failed = false;
    }

    void older() {
        if (!busy && !failed && !window.atBeginning()) {
            ask(Side.TOP, window.low(), page -> {
                window.prepend(kept(page));
                done();
            });
        }
    }

    /// @param newest number of the newest entry of the room
    void newer(long newest) {
        if (!busy && !failed && window.high() < newest) {
            long until = Math.min(newest, window.high() + PAGE);
            fill(window.high(), until, until + 1, new ArrayList<>(), entries -> {
                window.append(kept(entries), until);
                done();
            });
        }
    }

    /// Puts the window around an entry.
    void around(long seq, long newest, Runnable then) {
        reset();
        long end = Math.min(newest, seq + PAGE / 2);
        ask(Side.BOTTOM, end + 1, page -> {
            window.reset(page.isEmpty() ? end : page.getFirst().seq() - 1);
            window.append(kept(page), end);
            done();
            then.run();
        });
    }

    /// Everything after `low` up to `until`, however few entries fit one answer.
    private void fill(long low, long until, long before, List<Entry> got, Consumer<List<Entry>> then) {
        ask(Side.BOTTOM, before, page -> {
            got.addAll(0, page);
            if (page.isEmpty() || page.getFirst().seq() <= low + 1) {
                then.accept(got);
            } else {
                fill(low, until, page.getFirst().seq(), got, then);
            }
        });
    }

    private void ask(Side which, long before, Consumer<List<Entry>> then) {
        side = which;
        busy = true;
        changed.run();
        int asked = generation;
        history.before(before, PAGE).whenComplete((page, error) -> {
            if (asked != generation) {
                return;
            }
            if (error == null) {
                then.accept(page.stream().filter(e -> e.seq() < before)
                        .sorted(Comparator.comparingLong(Entry::seq)).toList());
            } else {
                failed = true;
                done();
            }
        });
    }

    private void done() {
        busy = false;
        changed.run();
    }

    private List<Kept> kept(List<Entry> page) {
        return page.stream().map(e -> Kept.of(e, times)).toList();
    }
}
