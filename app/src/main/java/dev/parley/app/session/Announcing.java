package dev.parley.app.session;

import dev.parley.discovery.AnnouncedRoom;
import dev.parley.discovery.Announcement;
import dev.parley.discovery.Announcer;
import dev.parley.discovery.HostAnswer;
import dev.parley.discovery.NetworkInterfaces;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.RoomServer;
import dev.parley.server.ServerListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Tells the network about the rooms of a server, once it runs. Safe for any thread.
final class Announcing implements ServerListener, AutoCloseable {

    private final UserName owner;
    private final boolean on;
    private final ServerListener next;
    private final OpenRooms openRooms;
    private final HostAnswer answers = new HostAnswer(this::announcement);
    private final AtomicReference<List<RoomName>> open = new AtomicReference<>(List.of());
    private final AtomicReference<Optional<RoomServer>> server = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Announcer>> announcer = new AtomicReference<>(Optional.empty());

    /// @param on false to stay silent
    /// @param next is told everything that the server says
    Announcing(UserName owner, boolean on, OpenRooms openRooms, ServerListener next) {
        this.owner = owner;
        this.on = on;
        this.openRooms = openRooms;
        this.next = next;
    }

    /// @param bind announce only on the network of this address; empty for all
    void start(RoomServer running, Optional<InetAddress> bind) {
        server.set(Optional.of(running));
        remember(running);
        if (on) {
            announcer.set(Optional.of(Announcer.start(this::announcement, NetworkInterfaces::usable,
                    local -> bind.isEmpty() || bind.get().equals(local.address()))));
        }
    }

    /// Files are not for the server's thread.
    private void remember(RoomServer running) {
        open.set(running.rooms().stream().map(Reply.RoomInfo::name).toList());
        Thread.startVirtualThread(() -> openRooms.remember(open.get()));
    }

    /// The answer to a question that came by UDP.
    Optional<byte[]> answer(ByteBuffer datagram, InetSocketAddress from) {
        return on && server.get().isPresent() ? answers.answer(datagram, from) : Optional.empty();
    }

    private Announcement announcement() {
        RoomServer running = server.get().orElseThrow();
        return new Announcement(running.fingerprint().toString(), owner, running.port(), running.rooms().stream()
                .limit(Announcement.MAX_ROOMS)
                .map(r -> new AnnouncedRoom(r.name(), r.locked(), r.members()))
                .toList());
    }

    @Override
    public void roomsChanged() {
        announcer.get().ifPresent(Announcer::refresh);
        server.get().ifPresent(this::remember);
        next.roomsChanged();
    }

    @Override
    public void joined(RoomName room, UserName name) {
        next.joined(room, name);
    }

    @Override
    public void left(RoomName room, UserName name) {
        next.left(room, name);
    }

    @Override
    public void stored(RoomName room, int count) {
        next.stored(room, count);
    }

    @Override
    public void joinFailed(RoomName room, UserName name, String code) {
        next.joinFailed(room, name, code);
    }

    @Override
    public void storageFailed(String reason) {
        next.storageFailed(reason);
    }

    @Override
    public void storageRecovered() {
        next.storageRecovered();
    }

    @Override
    public void close() {
        openRooms.forget();
        announcer.getAndSet(Optional.empty()).ifPresent(Announcer::close);
    }
}
