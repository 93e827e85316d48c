package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.link.OpenRoom;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.ui.messages.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rooms that we are in, in the order in which we came, and which of them is shown. FX thread.
public final class RoomsModel implements AutoCloseable {

    private final RoomMemory memory;
    private final Texts texts;
    private final Times times;
    private final Consumer<String> say;
    private final Runnable listening;
    private final ObservableList<RoomModel> rooms = FXCollections.observableArrayList();
    private final ObservableList<RoomModel> roomsView = FXCollections.unmodifiableObservableList(rooms);
    private final ReadOnlyObjectWrapper<Optional<RoomModel>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final BooleanProperty focused = new SimpleBooleanProperty();
    private final BooleanProperty visible = new SimpleBooleanProperty();
    private final List<Consumer<Arrival>> arrivals = new ArrayList<>();
    private final Map<RoomModel, InvalidationListener> counting = new HashMap<>();

    /// @param opening tells of every room that we come into: [dev.parley.app.link.Links#onOpen]
    /// @param say shows a short word at the edge of the window
    public RoomsModel(Function<Consumer<OpenRoom>, Runnable> opening, RoomMemory memory, Texts texts, Times times, Consumer<String> say) {
        this.memory = memory;
        this.texts = texts;
        this.times = times;
        this.say = say;
        this.listening = opening.apply(this::opened);
        shown.addListener((_, _, _) -> watch());
        focused.addListener((_, _, _) -> watch());
        visible.addListener((_, _, _) -> watch());
    }

    /// A room that we were in before takes the place that it had.
    private void opened(OpenRoom room) {
        RoomModel model = new RoomModel(room, memory, texts, times, say, a -> List.copyOf(arrivals).forEach(l -> l.accept(a)));
        InvalidationListener count = _ -> count();
        model.unreadProperty().addListener(count);
        model.mutedProperty().addListener(count);
        counting.put(model, count);
        Optional<RoomModel> before = find(room.key());
        if (before.isEmpty()) {
            rooms.add(model);
            watch();
            return;
        }
        boolean wasShown = shown.get().equals(before);
        rooms.set(rooms.indexOf(before.get()), model);
        release(before.get());
        if (wasShown) {
            shown.set(Optional.of(model));
        }
        watch();
    }

    private void release(RoomModel model) {
        InvalidationListener count = counting.remove(model);
        if (count != null) {
            model.unreadProperty().removeListener(count);
            model.mutedProperty().removeListener(count);
        }
        count();
    }

    private void count() {
        unread.set(rooms.stream().filter(r -> !r.mutedProperty().get()).mapToInt(r -> r.unreadProperty().get()).sum());
    }

    private void watch() {
        rooms.forEach(r -> r.messages().watchedProperty().set(isOnScreen(r)));
    }

    /// True if somebody looks at the room just now.
    public boolean isOnScreen(RoomModel room) {
        return focused.get() && visible.get() && shown.get().equals(Optional.of(room));
    }

    public ObservableList<RoomModel> rooms() {
        return roomsView;
    }

    public Optional<RoomModel> find(RoomKey key) {
        return rooms.stream().filter(r -> r.keyProperty().get().equals(key)).findFirst();
    }

    /// The room that is chosen; it stays chosen while another screen is in front.
    public ReadOnlyObjectProperty<Optional<RoomModel>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Whether the window has the attention of the person; set by the window.
    public BooleanProperty focusedProperty() {
        return focused;
    }

    /// Whether rooms are on the screen, and not the start or the settings; set by the window.
    public BooleanProperty visibleProperty() {
        return visible;
    }

    /// Messages that nobody has seen, in all rooms that are not muted.
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Told what others say. Run the handle to hear no more.
    public Runnable onArrival(Consumer<Arrival> listener) {
        arrivals.add(listener);
        return () -> arrivals.remove(listener);
    }

    /// Chooses a room; empty if we are not in it.
    public Optional<RoomModel> show(RoomKey key) {
        Optional<RoomModel> found = find(key);
        found.ifPresent(this::show);
        return found;
    }

    public void show(RoomModel room) {
        shown.set(Optional.of(room));
    }

    /// The room at that place of the list, from 0; nothing happens if there is none.
    public void showAt(int index) {
        if (index >= 0 && index < rooms.size()) {
            show(rooms.get(index));
        }
    }

    /// The next room of the list, or with -1 the one before; around the ends.
    public void step(int by) {
        if (!rooms.isEmpty()) {
            int now = shown.get().map(rooms::indexOf).orElse(by > 0 ? -1 : 0);
            show(rooms.get(Math.floorMod(now + by, rooms.size())));
        }
    }

    /// Leaves a room, or takes one off the list that is over; the next one is shown.
    public void leave(RoomModel room) {
        int index = rooms.indexOf(room);
        if (index < 0) {
            return;
        }
        room.leave();
        rooms.remove(index);
        release(room);
        if (shown.get().equals(Optional.of(room))) {
            shown.set(rooms.isEmpty() ? Optional.empty() : Optional.of(rooms.get(Math.min(index, rooms.size() - 1))));
        }
    }

    /// A second has passed.
    public void tick() {
        rooms.forEach(RoomModel::tick);
    }

    /// Hears of no further room.
    @Override
    public void close() {
        listening.run();
    }
}
