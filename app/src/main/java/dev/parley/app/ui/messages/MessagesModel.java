package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.UserName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A conversation: a window of the room's log that moves with the reader, our own messages on their way, and what is
/// unread. FX thread.
public final class MessagesModel {

    private static final int WHISPERS = 300;

    private final UserName me;
    private final Times times;
    private final Texts texts;
    private final Window window = new Window();
    private final Pager pager;
    private final List<Private> whispers = new ArrayList<>();
    private final Map<MessageId, Post> pending = new LinkedHashMap<>();
    private final ReadOnlyLongWrapper newestSeq = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper detached = new ReadOnlyBooleanWrapper();
    private final BooleanProperty watched = new SimpleBooleanProperty(true);
    private final RowsBinding rows = new RowsBinding();
    private final ObservableList<String> people = FXCollections.observableArrayList();

    private LongConsumer onSeen = _ -> {};
    private Consumer<Aim> onAim = _ -> {};
    private boolean joined;
    private boolean caughtUp;
    private boolean atEnd;
    private boolean readerIsHigh;
    private long seen = -1;
    private long lineAfter = -1;
    private boolean lineStays;

    public MessagesModel(UserName me, HistorySource history, Times times, Texts texts) {
        this.me = me;
        this.times = times;
        this.texts = texts;
        this.pager = new Pager(history, window, times, this::changed);
        watched.addListener((_, _, now) -> watch(now));
    }

    /// We are in the room, or again after a reconnect: entries after `after` follow.
    public void joined(long head, long after) {
        boolean otherLog = head < newestSeq.get();
        boolean hole = !detached.get() && after > window.high();
        if (!joined || otherLog || hole) {
            pager.reset();
            window.reset(after);
            detached.set(false);
            newestSeq.set(after);
        }
        if (seen < 0 || otherLog) {
            seen = head;
            lineAfter = head;
            lineStays = false;
            unread.set(0);
        }
        joined = true;
        if (detached.get()) {
            newestSeq.set(Math.max(newestSeq.get(), head));
        }
        online(true);
    }

    /// The next entry of the room. What is known already is ignored.
    public void received(Entry entry) {
        if (entry.seq() <= newestSeq.get() && (detached.get() || entry.seq() <= window.high())) {
            return;
        }
        newestSeq.set(Math.max(newestSeq.get(), entry.seq()));
        boolean own = entry.from().equals(me);
        if (own) {
            pending.remove(entry.id());
        }
        Kept kept = Kept.of(entry, times);
        if (kept.isText() && !own && entry.seq() > seen) {
            unread.set(unread.get() + 1);
            lineStays |= !(atEnd && watched.get());
        }
        if (!detached.get()) {
            window.append(kept);
            trim();
        }
        rows.invalidate();
    }

    /// Everything up to `seq` is here; what follows is live.
    public void caughtUp(long seq) {
        newestSeq.set(Math.max(newestSeq.get(), seq));
        if (!detached.get()) {
            window.append(List.of(), seq);
        }
        if (!caughtUp) {
            caughtUp = true;
            boolean line = rows.get().contains(new Row.Unread());
            onAim.accept(line ? new Aim.To(Row.Unread.class) : new Aim.Newest());
        }
        rows.invalidate();
    }

    /// Messages of ours on their way: nobody has said yet what became of them.
    public int unsent() {
        return (int) pending.values().stream().filter(p -> p.progress() == Post.Progress.SENDING).count();
    }

    /// A message of ours is on its way.
    public void sending(MessageId id, String text) {
        pending.put(id, own(id, text, Post.Progress.SENDING, ""));
        lineStays = false;
        lineAfter = newestSeq.get();
        newest();
        rows.invalidate();
    }

    /// A message of ours is stored; its entry follows.
    public void stored(MessageId id, long seq) {
        pending.computeIfPresent(id, (_, p) -> own(id, p.text(), Post.Progress.STORED, ""));
        rows.invalidate();
    }

    /// A message of ours was refused: it stays until [#remove].
    public void refused(MessageId id, String text, String why) {
        pending.put(id, own(id, text, Post.Progress.REFUSED, why));
        rows.invalidate();
    }

    /// Forgets a refused message.
    public void remove(MessageId id) {
        pending.remove(id);
        rows.invalidate();
    }

    private Post own(MessageId id, String text, Post.Progress progress, String why) {
        return new Post(id, OptionalLong.empty(), me, times.clock().instant(), text, true, progress, why);
    }

    /// Words between us and one other person, which the log does not hold. The last few hundred are kept while the room is
    /// open.
    public void whispered(UserName from, UserName to, String text, Instant at) {
        whispers.add(new Private(MessageId.next(), newestSeq.get(), from, to, text, at));
        if (whispers.size() > WHISPERS) {
            whispers.removeFirst();
        }
        rows.invalidate();
        if (from.equals(me)) {
            newest();
        }
    }

    private List<Private> whispersHere() {
        return whispers.stream().filter(w -> w.after() + 1 >= window.low() || window.atBeginning()).toList();
    }

    /// Up to here everything has been read, earlier or elsewhere: the unread line is drawn after it.
    public void readTo(long seq) {
        seen = seq;
        lineAfter = seq;
        long count = window.entries().stream()
                .filter(k -> k.seq() > seq && k.isText() && !k.entry().from().equals(me)).count();
        unread.set((int) count);
        lineStays = count > 0;
        rows.invalidate();
    }

    public void online(boolean now) {
        pager.online(now);
    }

    /// Called with the number of the newest entry whenever it has been on the screen of somebody who looks.
    public void onSeen(LongConsumer action) {
        onSeen = action;
    }

    /// Whether somebody looks at the conversation: false while its window is in the background.
    public BooleanProperty watchedProperty() {
        return watched;
    }

    public ReadOnlyLongProperty newestSeqProperty() {
        return newestSeq.getReadOnlyProperty();
    }

    /// Messages of others that nobody has seen here.
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// True while the reader is so far up that the newest entries are not in memory.
    public ReadOnlyBooleanProperty detachedProperty() {
        return detached.getReadOnlyProperty();
    }

    /// What is shown, first to last; made anew when it is asked for after a change.
    public ObservableValue<List<Row>> rows() {
        return rows;
    }

    /// Names that a mention may mean; the room page keeps them.
    public ObservableList<String> people() {
        return people;
    }

    /// Takes the reader to the newest message.
    public void newest() {
        if (detached.get()) {
            pager.around(newestSeq.get(), newestSeq.get(), () -> onAim.accept(new Aim.Newest()));
        } else {
            onAim.accept(new Aim.Newest());
        }
    }

    /// Takes the reader to that entry, wherever it is.
    public void goTo(long seq) {
        if (seq >= window.low() && seq <= window.high()) {
            aimAt(seq);
        } else {
            pager.around(seq, newestSeq.get(), () -> aimAt(seq));
        }
    }

    private void aimAt(long seq) {
        rows.get().stream().filter(r -> numberOf(r) >= seq).findFirst()
                .ifPresent(r -> onAim.accept(new Aim.To(r.key())));
    }

    private static long numberOf(Row row) {
        return switch (row) {
            case Row.Message m -> m.post().seq().orElse(-1);
            case Row.Happened h -> h.seq();
            case Row.Edge _, Row.Day _, Row.Unread _, Row.Whisper _ -> -1;
        };
    }

    /// The reader comes near the first row.
    void nearTop() {
        if (joined) {
            pager.older();
        }
    }

    /// The reader comes near the last row.
    void nearEnd() {
        if (detached.get()) {
            pager.newer(newestSeq.get());
        }
    }

    /// Tries again what failed at that side.
    void again(Row.Edge.Side side) {
        pager.again();
        if (side == Row.Edge.Side.TOP) {
            nearTop();
        } else {
            nearEnd();
        }
    }

    /// What the reader sees now.
    ///
    /// @param high whether that is in the upper half of the rows
    void showing(boolean end, boolean high) {
        readerIsHigh = high;
        atEnd = end && !detached.get();
        if (atEnd && watched.get()) {
            markSeen();
        }
    }

    void onAim(Consumer<Aim> action) {
        onAim = action;
    }

    UserName me() {
        return me;
    }

    private void watch(boolean now) {
        if (now && atEnd) {
            markSeen();
        } else if (!now && unread.get() == 0) {
            lineStays = false;
            lineAfter = seen;
            rows.invalidate();
        }
    }

    private void markSeen() {
        if (newestSeq.get() > seen) {
            seen = newestSeq.get();
            unread.set(0);
            if (!lineStays) {
                lineAfter = seen;
            }
            onSeen.accept(seen);
        }
    }

    private void changed() {
        trim();
        newestSeq.set(Math.max(newestSeq.get(), window.high()));
        detached.set(window.high() < newestSeq.get());
        rows.invalidate();
    }

    private void trim() {
        if (window.tooLarge()) {
            if (readerIsHigh) {
                window.dropNewest();
                detached.set(true);
            } else {
                window.dropOldest();
            }
        }
    }

    private final class RowsBinding extends ObjectBinding<List<Row>> {
        @Override
        protected List<Row> computeValue() {
            if (!joined) {
                return List.of();
            }
            boolean lineHere = lineStays && (lineAfter + 1 >= window.low() || window.atBeginning());
            return RowMaker.make(new RowMaker(me, times, texts), pager.top(), window.entries(), lineAfter, lineHere,
                    whispersHere(), detached.get() ? List.of() : new ArrayList<>(pending.values()),
                    detached.get() ? Optional.of(pager.bottom()) : Optional.empty());
        }
    }
}
