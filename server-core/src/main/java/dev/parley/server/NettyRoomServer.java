package dev.parley.server;

import dev.parley.crypto.Fingerprint;
import dev.parley.crypto.HostIdentity;
import dev.parley.log.AuditEvent;
import dev.parley.log.AuditType;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.transport.EventLoop;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The room server on one event loop: puts the parts together, and takes them apart in the reverse order.
final class NettyRoomServer implements RoomServer {

    private static final Duration COUNT_EVERY = Duration.ofMinutes(10);

    private final EventLoop loop;
    private final Hall hall;
    private final Ports ports;
    private final Fingerprint fingerprint;
    private final OnLoop onLoop;
    private final Caretaker caretaker;
    private final AtomicBoolean closed = new AtomicBoolean();

    private NettyRoomServer(EventLoop loop, Hall hall, Ports ports, Fingerprint fingerprint, SecureRandom random) {
        this.loop = loop;
        this.hall = hall;
        this.ports = ports;
        this.fingerprint = fingerprint;
        this.onLoop = new OnLoop(loop);
        this.caretaker = new Caretaker(hall, onLoop, random);
    }

    static NettyRoomServer start(ServerConfig config, HostIdentity identity, MessageLog log, ServerListener listener) {
        SecureRandom random = new SecureRandom();
        EventLoop loop = EventLoop.start("parley-server");
        Hall hall = new Hall(loop, config, listener, log, random);
        try {
            Ports ports = Ports.bind(loop, hall, identity);
            NettyRoomServer server = new NettyRoomServer(loop, hall, ports, identity.fingerprint(), random);
            hall.store().audit(event(config, AuditType.SERVER_START, "port " + ports.port()));
            loop.execute(server::countMessages);
            return server;
        } catch (RuntimeException e) {
            loop.close();
            hall.background().close();
            hall.store().close();
            throw e;
        }
    }

    @Override
    public void accept() {
        ports.accept();
    }

    @Override
    public int port() {
        return ports.port();
    }

    @Override
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    @Override
    public void openRoom(RoomName room, Optional<char[]> password, RoomOptions options) {
        caretaker.open(room, password, options);
    }

    @Override
    public boolean reopenRoom(RoomName room) {
        return caretaker.reopen(room);
    }

    @Override
    public Optional<RoomSettings> settings(RoomName room) {
        return caretaker.settings(room);
    }

    @Override
    public void changeOptions(RoomName room, RoomOptions options) {
        caretaker.changeOptions(room, options);
    }

    @Override
    public void changePassword(RoomName room, Optional<char[]> password) {
        caretaker.changePassword(room, password);
    }

    @Override
    public void renameRoom(RoomName room, RoomName now) {
        caretaker.rename(room, now);
    }

    @Override
    public void closeRoom(RoomName room) {
        caretaker.close(room);
    }

    @Override
    public boolean remove(RoomName room, UserName who, boolean ban) {
        return caretaker.remove(room, who, ban);
    }

    @Override
    public void forgive(RoomName room) {
        caretaker.forgive(room);
    }

    @Override
    public void pause(RoomName room, boolean paused) {
        caretaker.pause(room, paused);
    }

    @Override
    public List<Reply.RoomInfo> rooms() {
        return onLoop.get(() -> hall.rooms().list());
    }

    @Override
    public String ownerToken() {
        return hall.ownerToken();
    }

    /// Bytes that wait for the member that is furthest behind.
    long mostWaiting() {
        return onLoop.get(() -> hall.sessions().stream().mapToLong(s -> s.channel().waiting()).max().orElse(0));
    }

    /// MESSAGE_SENT is kept as a count: the messages themselves are in the room's log.
    private void countMessages() {
        for (ServedRoom room : hall.rooms().all()) {
            long count = room.takeMessageCount();
            if (count > 0) {
                hall.store().audit(new AuditEvent(hall.config().clock().instant(), AuditType.MESSAGE_SENT,
                        Optional.of(room.name()), Optional.empty(), Long.toString(count)));
            }
        }
        if (!closed.get()) {
            loop.schedule(this::countMessages, COUNT_EVERY);
        }
    }

    private static AuditEvent event(ServerConfig config, AuditType type, String detail) {
        return new AuditEvent(config.clock().instant(), type, Optional.empty(), Optional.empty(), detail);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        ports.stopAccepting();
        onLoop.get(() -> {
            List.copyOf(hall.sessions()).forEach(s -> s.end(ErrorCode.CLOSING, "The host has closed."));
            countMessages();
            return true;
        });
        hall.store().audit(event(hall.config(), AuditType.SERVER_STOP, ""));
        hall.store().close();
        loop.close();
        ports.close();
        hall.background().close();
    }
}
