package dev.parley.app.ui.shell;

import dev.parley.app.session.Lookout;
import dev.parley.discovery.Announcement;
import dev.parley.discovery.Browser;
import dev.parley.discovery.RoomSighting;
import dev.parley.discovery.SightedRoom;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A network without a network: whoever looks sees what was put there, at once and later. Questions to one host go by
/// real sockets.
final class Neighbourhood implements Lookout {

    private final List<SightedRoom> rooms = new CopyOnWriteArrayList<>();
    private final List<Consumer<RoomSighting>> watching = new CopyOnWriteArrayList<>();

    void appears(SightedRoom room) {
        rooms.add(room);
        watching.forEach(w -> w.accept(new RoomSighting.Found(room)));
    }

    void disappears(SightedRoom room) {
        rooms.remove(room);
        watching.forEach(w -> w.accept(new RoomSighting.Lost(room)));
    }

    @Override
    public Watch watch(List<InetSocketAddress> remembered, Consumer<RoomSighting> listener) {
        watching.add(listener);
        rooms.forEach(room -> listener.accept(new RoomSighting.Found(room)));
        return () -> watching.remove(listener);
    }

    @Override
    public CompletableFuture<Optional<Announcement>> ask(InetSocketAddress host, Duration timeout) {
        return Browser.ask(host, timeout);
    }
}
