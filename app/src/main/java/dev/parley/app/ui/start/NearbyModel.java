package dev.parley.app.ui.start;

import dev.parley.app.memory.RememberedRoom;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.Located;
import dev.parley.app.session.Lookout;
import dev.parley.crypto.Fingerprint;
import dev.parley.discovery.Announcement;
import dev.parley.discovery.RoomSighting;
import dev.parley.discovery.SightedRoom;
import java.text.Collator;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;

/// The rooms in sight. It looks out between [#start] and [#stop] only.
public final class NearbyModel {

    /// What the list has to say.
    public enum Phase { SEARCHING, ROOMS, NONE }

    /// By then an ordinary network has answered.
    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);
    private static final int MAX_REMEMBERED = 32;

    /// One watch; what it tells after its end is ignored.
    private static final class Round {
        private final AtomicBoolean over = new AtomicBoolean();
        private Optional<Lookout.Watch> watch = Optional.empty();

        /// The watch may open after the round is over.
        synchronized void opened(Lookout.Watch opened) {
            if (over.get()) {
                opened.close();
            } else {
                watch = Optional.of(opened);
            }
        }

        synchronized void end() {
            over.set(true);
            watch.ifPresent(Lookout.Watch::close);
            watch = Optional.empty();
        }
    }

    private final StartParts parts;
    private final NameModel name;
    private final Map<RoomKey, SightedRoom> sighted = new LinkedHashMap<>();
    private final ObservableList<NearRoom> rooms = FXCollections.observableArrayList();
    private final ObservableList<NearRoom> roomsView = FXCollections.unmodifiableObservableList(rooms);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.SEARCHING);
    private final Comparator<NearRoom> order;
    private final SetChangeListener<RoomKey> insideChanged = _ -> show();
    private Optional<Round> round = Optional.empty();
    private Runnable firstLook = () -> {};

    NearbyModel(StartParts parts, NameModel name) {
        this.parts = parts;
        this.name = name;
        Collator collator = Collator.getInstance(parts.texts().locale());
        this.order = Comparator.comparing((NearRoom r) -> r.seen().room().value(), collator)
                .thenComparing(r -> r.seen().host().value(), collator)
                .thenComparing(r -> r.seen().hostId());
    }

    /// Begins to look out. Does nothing if it does already.
    void start() {
        if (round.isPresent()) {
            return;
        }
        Round now = new Round();
        round = Optional.of(now);
        parts.inside().addListener(insideChanged);
        phase.set(Phase.SEARCHING);
        firstLook = parts.later().in(FIRST_LOOK, () -> {
            if (rooms.isEmpty()) {
                phase.set(Phase.NONE);
            }
        });
        parts.background().execute(() -> now.opened(parts.lookout().watch(
                new RememberedHosts(parts.known(), parts.memory()).addresses(MAX_REMEMBERED),
                sighting -> parts.window().execute(() -> {
                    if (!now.over.get()) {
                        accept(sighting);
                    }
                }))));
    }

    /// Stops looking, and forgets what was in sight. Idempotent.
    void stop() {
        parts.inside().removeListener(insideChanged);
        firstLook.run();
        round.ifPresent(r -> parts.background().execute(r::end));
        round.ifPresent(r -> r.over.set(true));
        round = Optional.empty();
        sighted.clear();
        rooms.clear();
    }

    private void accept(RoomSighting sighting) {
        SightedRoom seen = sighting.room();
        Optional<RoomKey> key = Fingerprint.parse(seen.hostId()).map(host -> new RoomKey(host, seen.room()));
        if (key.isEmpty()) {
            return;
        }
        switch (sighting) {
            case RoomSighting.Found _, RoomSighting.Updated _ -> {
                if (sighted.containsKey(key.get()) || sighted.size() < Announcement.MAX_ROOMS) {
                    sighted.put(key.get(), seen);
                }
            }
            case RoomSighting.Lost _ -> sighted.remove(key.get());
        }
        show();
    }

    /// Changes as little of the list as possible, so that it can be animated.
    private void show() {
        List<NearRoom> wanted = sighted.entrySet().stream().map(e -> near(e.getKey(), e.getValue())).sorted(order).toList();
        rooms.removeIf(r -> wanted.stream().noneMatch(r::isSameRoomAs));
        for (int i = 0; i < wanted.size(); i++) {
            NearRoom room = wanted.get(i);
            if (i >= rooms.size() || !rooms.get(i).isSameRoomAs(room)) {
                rooms.removeIf(room::isSameRoomAs); // a host that changed its name may move
                rooms.add(Math.min(i, rooms.size()), room);
            } else if (!rooms.get(i).equals(room)) {
                rooms.set(i, room);
            }
        }
        if (!rooms.isEmpty()) {
            phase.set(Phase.ROOMS);
        } else if (phase.get() == Phase.ROOMS) {
            phase.set(Phase.NONE);
        }
    }

    private NearRoom near(RoomKey key, SightedRoom seen) {
        boolean own = parts.memory().find(key).filter(RememberedRoom::own).isPresent();
        return new NearRoom(seen, key.host(), parts.known().standing(seen.address(), seen.room(), key.host()),
                parts.inside().contains(key), own);
    }

    /// Goes into the room, or back to it.
    public void join(NearRoom room) {
        if (room.inside()) {
            parts.navigator().room(new RoomKey(room.host(), room.seen().room()));
        } else if (name.confirm()) {
            // a changed key is not taken for good here: the way in looks at it and stops there
            Located where = parts.finder().trusting(room.host()).located(room.seen());
            parts.navigator().join(where);
        }
    }

    /// In the order of names; single elements change.
    public ObservableList<NearRoom> rooms() {
        return roomsView;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }
}
