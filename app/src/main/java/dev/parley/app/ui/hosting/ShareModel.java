package dev.parley.app.ui.hosting;

import dev.parley.app.session.Endpoint;
import dev.parley.app.session.HostPlace;
import dev.parley.app.session.Invite;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// What people need to come into a room of ours. Kept up to date while somebody holds what [#follow] gave. FX thread.
public final class ShareModel {

    private final HostState state;
    private final HostedRoom room;
    private final Consumer<String> clipboard;
    private final ReadOnlyObjectWrapper<Optional<HostPlace>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper link = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");

    /// @param clipboard takes what is copied
    public ShareModel(HostState state, HostedRoom room, Consumer<String> clipboard) {
        this.state = state;
        this.room = room;
        this.clipboard = clipboard;
        update();
    }

    /// Networks and the name of the room may change.
    public Subscription follow() {
        ListChangeListener<HostPlace> placesChanged = _ -> update();
        state.places().addListener(placesChanged);
        return Subscription.combine(() -> state.places().removeListener(placesChanged),
                room.keyProperty().subscribe(_ -> update()));
    }

    private void update() {
        List<HostPlace> places = state.places();
        if (chosen.get().filter(places::contains).isEmpty()) {
            chosen.set(places.stream().findFirst());
        }
        address.set(chosen.get().map(HostPlace::shown).orElse(""));
        link.set(chosen.get()
                .map(p -> new Invite(Endpoint.of(p.address()), room.name(), state.fingerprint()).toString())
                .orElse(""));
    }

    public HostedRoom room() {
        return room;
    }

    /// The best comes first.
    public ObservableList<HostPlace> places() {
        return state.places();
    }

    /// The address that link and code lead to; empty for a moment while networks change.
    public ReadOnlyObjectProperty<Optional<HostPlace>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(HostPlace place) {
        chosen.set(Optional.of(place));
        update();
    }

    public ReadOnlyStringProperty linkProperty() {
        return link.getReadOnlyProperty();
    }

    /// `address:port` as people type it.
    public ReadOnlyStringProperty addressProperty() {
        return address.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lockedProperty() {
        return room.lockedProperty();
    }

    /// Eight words that prove this host.
    public List<String> words() {
        return state.fingerprint().map(f -> f.words()).orElse(List.of());
    }

    public void copyLink() {
        clipboard.accept(link.get());
    }

    public void copyAddress() {
        clipboard.accept(address.get());
    }
}
