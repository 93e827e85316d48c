package dev.parley.app.ui.start;

import dev.parley.app.session.FakeLookout;
import dev.parley.discovery.AnnouncedRoom;
import dev.parley.discovery.Announcement;
import dev.parley.discovery.RoomSighting;
import dev.parley.discovery.SightedRoom;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A network on which rooms come and go as a test says.
final class HandLookout extends FakeLookout {

    static final String BEN = "B".repeat(42) + "A";
    static final String KENTA = "K".repeat(42) + "A";

    final List<Consumer<RoomSighting>> listeners = new ArrayList<>();
    Optional<Announcement> answer = Optional.empty();

    static SightedRoom room(String name, boolean locked, int people, String host, String hostId) {
        return new SightedRoom(new RoomName(name), locked, people, new UserName(host), hostId,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 7420));
    }

    void found(SightedRoom room) {
        List.copyOf(listeners).forEach(l -> l.accept(new RoomSighting.Found(room)));
    }

    void updated(SightedRoom room) {
        List.copyOf(listeners).forEach(l -> l.accept(new RoomSighting.Updated(room)));
    }

    void lost(SightedRoom room) {
        List.copyOf(listeners).forEach(l -> l.accept(new RoomSighting.Lost(room)));
    }

    void answers(String host, String hostId, AnnouncedRoom... rooms) {
        answer = Optional.of(new Announcement(hostId, new UserName(host), 7420, List.of(rooms)));
    }

    @Override
    public Watch watch(List<InetSocketAddress> remembered, Consumer<RoomSighting> listener) {
        listeners.add(listener);
        return super.watch(remembered, listener);
    }

    @Override
    public CompletableFuture<Optional<Announcement>> ask(InetSocketAddress host, Duration timeout) {
        return CompletableFuture.completedFuture(answer);
    }
}
