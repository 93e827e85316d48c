package dev.parley.app.ui.hosting;

import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.HostPlace;
import dev.parley.app.session.Hosting;
import dev.parley.crypto.Fingerprint;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.RoomSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is known of our own host: whether it runs, where, and its rooms. FX thread.
public final class HostState {

    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper port = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper people = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObservableList<HostPlace> places = FXCollections.observableArrayList();
    private final ObservableList<HostedRoom> rooms = FXCollections.observableArrayList();
    private final ObservableList<HostPlace> placesShown = FXCollections.unmodifiableObservableList(places);
    private final ObservableList<HostedRoom> roomsShown = FXCollections.unmodifiableObservableList(rooms);
    private Optional<Fingerprint> fingerprint = Optional.empty();
    private Optional<UserName> owner = Optional.empty();

    HostState() {}

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// TCP and UDP; 0 while nothing runs.
    public ReadOnlyIntegerProperty portProperty() {
        return port.getReadOnlyProperty();
    }

    /// Everybody in all rooms, each counted once per room.
    public ReadOnlyIntegerProperty peopleProperty() {
        return people.getReadOnlyProperty();
    }

    /// Why messages cannot be stored at the moment, in words; empty if they can.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// What the person must know about the log that was opened; empty for nothing.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Where others reach this host, the most useful first.
    public ObservableList<HostPlace> places() {
        return placesShown;
    }

    /// The rooms that are open.
    public ObservableList<HostedRoom> rooms() {
        return roomsShown;
    }

    public Optional<Fingerprint> fingerprint() {
        return fingerprint;
    }

    public Optional<HostedRoom> find(RoomKey key) {
        return rooms.stream().filter(r -> r.key().equals(key)).findFirst();
    }

    Optional<HostedRoom> find(RoomName name) {
        return rooms.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /// What the server said of a room.
    record Seen(Reply.RoomInfo info, RoomOptions options) {

        static List<Seen> of(Hosting hosting) {
            return hosting.rooms().stream()
                    .map(i -> new Seen(i, hosting.settings(i.name()).map(RoomSettings::options).orElseGet(RoomOptions::standard)))
                    .toList();
        }
    }

    void started(Fingerprint key, int served, UserName host, String words) {
        fingerprint = Optional.of(key);
        owner = Optional.of(host);
        port.set(served);
        notice.set(words);
        running.set(true);
    }

    void stopped() {
        running.set(false);
        rooms.clear();
        places.clear();
        port.set(0);
        people.set(0);
        trouble.set("");
        notice.set("");
    }

    void places(List<HostPlace> found) {
        if (!places.equals(found)) {
            places.setAll(found);
        }
    }

    void rooms(List<Seen> seen, Instant now) {
        if (fingerprint.isEmpty()) {
            return;
        }
        List<HostedRoom> gone = new ArrayList<>(rooms);
        for (Seen one : seen) {
            RoomKey key = new RoomKey(fingerprint.get(), one.info().name());
            HostedRoom room = find(key).orElseGet(() -> {
                HostedRoom fresh = new HostedRoom(key, now);
                rooms.add(fresh);
                return fresh;
            });
            room.show(one.info().locked(), one.info().members(), one.options());
            gone.remove(room);
        }
        rooms.removeAll(gone);
        people.set(seen.stream().mapToInt(s -> s.info().members()).sum());
    }

    void inside(RoomName room, UserName name, boolean now) {
        if (owner.filter(name::equals).isPresent()) {
            find(room).ifPresent(r -> r.hostIsInside(now));
        }
    }

    void stored(Map<RoomName, Integer> counts, Instant now) {
        counts.forEach((room, count) -> find(room).ifPresent(r -> r.counted(now, count)));
    }

    void trouble(String words) {
        trouble.set(words);
    }

    void noticed() {
        notice.set("");
    }

    void refresh(Instant now) {
        rooms.forEach(r -> r.refresh(now));
    }
}
