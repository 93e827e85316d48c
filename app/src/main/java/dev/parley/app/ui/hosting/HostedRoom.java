package dev.parley.app.ui.hosting;

import dev.parley.app.memory.RoomKey;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.RoomName;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A room of our own that is open. It stays the same object when the room gets another name. FX thread.
public final class HostedRoom {

    private final ReadOnlyObjectWrapper<RoomKey> key = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper people = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<RoomOptions> options = new ReadOnlyObjectWrapper<>(RoomOptions.standard());
    private final ReadOnlyObjectWrapper<List<Integer>> perMinute = new ReadOnlyObjectWrapper<>();
    private final MinuteCounts counts = new MinuteCounts();
    private boolean hostInside;

    HostedRoom(RoomKey key, Instant now) {
        this.key.set(key);
        perMinute.set(counts.series(now));
    }

    public RoomName name() {
        return key.get().room();
    }

    public RoomKey key() {
        return key.get();
    }

    public ReadOnlyObjectProperty<RoomKey> keyProperty() {
        return key.getReadOnlyProperty();
    }

    /// Whether it takes a password.
    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /// Everybody inside, the host included.
    public ReadOnlyIntegerProperty peopleProperty() {
        return people.getReadOnlyProperty();
    }

    /// Everybody inside but the host.
    public int others() {
        return Math.max(0, people.get() - (hostInside ? 1 : 0));
    }

    /// Whether newcomers are turned away for the moment.
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RoomOptions> optionsProperty() {
        return options.getReadOnlyProperty();
    }

    /// Messages in each of the last 30 minutes, the present one last.
    public ReadOnlyObjectProperty<List<Integer>> perMinuteProperty() {
        return perMinute.getReadOnlyProperty();
    }

    void renamed(RoomKey now) {
        key.set(now);
    }

    void show(boolean isLocked, int members, RoomOptions rules) {
        locked.set(isLocked);
        people.set(members);
        options.set(rules);
    }

    void hostIsInside(boolean inside) {
        hostInside = inside;
    }

    void paused(boolean on) {
        paused.set(on);
    }

    void counted(Instant now, int messages) {
        counts.add(now, messages);
        refresh(now);
    }

    void refresh(Instant now) {
        perMinute.set(counts.series(now));
    }
}
