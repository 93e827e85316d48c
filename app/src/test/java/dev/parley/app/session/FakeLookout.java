package dev.parley.app.session;

import dev.parley.discovery.Announcement;
import dev.parley.discovery.RoomSighting;
import dev.parley.discovery.SightedRoom;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A network on which the given rooms are seen at once.
public final class FakeLookout implements Lookout {

    public final List<SightedRoom> rooms = new CopyOnWriteArrayList<>();
    public final AtomicInteger open = new AtomicInteger();

    public FakeLookout with(String room, String host, String hostId, int port, boolean locked) {
        rooms.add(new SightedRoom(new RoomName(room), locked, 2, new UserName(host), hostId,
                InetSocketAddress.createUnresolved("localhost", port)));
        return this;
    }

    @Override
    public Watch watch(List<InetSocketAddress> remembered, Consumer<RoomSighting> listener) {
        open.incrementAndGet();
        rooms.forEach(room -> listener.accept(new RoomSighting.Found(room)));
        return open::decrementAndGet;
    }

    @Override
    public CompletableFuture<Optional<Announcement>> ask(InetSocketAddress host, Duration timeout) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
