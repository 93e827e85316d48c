package dev.parley.app.ui.start;

import dev.parley.app.memory.RememberedRoom;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.Endpoint;
import dev.parley.app.session.SessionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;

/// The rooms that were visited before and are neither in sight nor open.
public final class RecentModel {

    private static final int MOST = 8;
    private static final Duration UNDO = Duration.ofSeconds(8);

    private final StartParts parts;
    private final NameModel name;
    private final HostCardModel hosting;
    private final NearbyModel nearby;
    private final ObservableList<RememberedRoom> rooms = FXCollections.observableArrayList();
    private final ObservableList<RememberedRoom> roomsView = FXCollections.unmodifiableObservableList(rooms);
    private final ReadOnlyObjectWrapper<Optional<RememberedRoom>> removed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RoomKey>> busy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final SetChangeListener<RoomKey> insideChanged = _ -> show();
    private Runnable forgetUndo = () -> {};
    private int visit;

    RecentModel(StartParts parts, NameModel name, HostCardModel hosting, NearbyModel nearby) {
        this.parts = parts;
        this.name = name;
        this.hosting = hosting;
        this.nearby = nearby;
        nearby.rooms().addListener((ListChangeListener<NearRoom>) _ -> show());
    }

    void start() {
        parts.inside().addListener(insideChanged);
        problem.set("");
        show();
    }

    void stop() {
        visit++;
        parts.inside().removeListener(insideChanged);
        forgetUndo.run();
        removed.set(Optional.empty());
        busy.set(Optional.empty());
    }

    private void show() {
        List<RoomKey> near = nearby.rooms().stream().map(r -> new RoomKey(r.host(), r.seen().room())).toList();
        List<RememberedRoom> wanted = parts.memory().all().stream()
                .filter(r -> !near.contains(r.key()) && !parts.inside().contains(r.key()))
                .filter(r -> r.own() || !r.address().isEmpty())
                .limit(MOST)
                .toList();
        if (!wanted.equals(rooms)) {
            rooms.setAll(wanted);
        }
    }

    /// Own rooms are hosted again; to others we go where they were last.
    public void open(RememberedRoom room) {
        problem.set("");
        if (room.own()) {
            hosting.hostAgain(room);
        } else if (busy.get().isEmpty() && name.confirm()) {
            busy.set(Optional.of(room.key()));
            int now = visit;
            parts.background().execute(() -> locate(room, now));
        }
    }

    private void locate(RememberedRoom room, int asked) {
        Runnable next;
        try {
            var where = parts.finder().at(Endpoint.parse(room.address()), room.key().room(), Optional.of(room.key().host()))
                    .withLocked(room.locked());
            next = () -> parts.navigator().join(where);
        } catch (SessionException e) {
            String words = new ErrorWords(parts.texts()).of(e);
            next = () -> problem.set(words);
        }
        Runnable done = next;
        parts.window().execute(() -> {
            if (asked == visit) {
                busy.set(Optional.empty());
                done.run();
            }
        });
    }

    /// Takes the room off the list. The messages of an own room are not touched.
    public void remove(RememberedRoom room) {
        parts.memory().forget(room.key());
        removed.set(Optional.of(room));
        forgetUndo.run();
        forgetUndo = parts.later().in(UNDO, () -> removed.set(Optional.empty()));
        hosting.suggest();
        show();
    }

    /// Puts the room back that was removed last.
    public void undo() {
        removed.get().ifPresent(room -> parts.memory().change(room.key(), _ -> room));
        forgetUndo.run();
        removed.set(Optional.empty());
        hosting.suggest();
        show();
    }

    /// When it was left, in words.
    String ago(RememberedRoom room) {
        return new Ago(parts.texts(), parts.zone()).of(room.visited(), parts.clock().instant());
    }

    public ObservableList<RememberedRoom> rooms() {
        return roomsView;
    }

    /// The room that may be put back.
    public ReadOnlyObjectProperty<Optional<RememberedRoom>> removedProperty() {
        return removed.getReadOnlyProperty();
    }

    /// The room that is being looked for.
    public ReadOnlyObjectProperty<Optional<RoomKey>> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why a room could not be opened; empty if nothing failed.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
