package dev.parley.server;

import dev.parley.crypto.Fingerprint;
import dev.parley.crypto.HostIdentity;
import dev.parley.crypto.PasswordParameters;
import dev.parley.crypto.PasswordSecret;
import dev.parley.log.AuditEvent;
import dev.parley.log.AuditType;
import dev.parley.log.LogException;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomOptions;
import dev.parley.log.RoomRecord;
import dev.parley.log.StoredPassword;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.room.NameKey;
import dev.parley.transport.EventLoop;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// The room server on one event loop: puts the parts together, and takes them apart in the reverse order.
final class NettyRoomServer implements RoomServer {

    private static final Duration COUNT_EVERY = Duration.ofMinutes(10);

    private final EventLoop loop;
    private final Hall hall;
    private final Ports ports;
    private final Fingerprint fingerprint;
    private final SecureRandom random;
    private final AtomicBoolean closed = new AtomicBoolean();

    private NettyRoomServer(EventLoop loop, Hall hall, Ports ports, Fingerprint fingerprint, SecureRandom random) {
        this.loop = loop;
        this.hall = hall;
        this.ports = ports;
        this.fingerprint = fingerprint;
        this.random = random;
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
    public int port() {
        return ports.port();
    }

    @Override
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    @Override
    public void openRoom(RoomName room, Optional<char[]> password, RoomOptions options) {
        Optional<StoredPassword> stored = password.map(this::derive);
        Optional<RoomRecord> known = find(room);
        if (known.isPresent()) {
            RoomRecord changed = known.get().withPassword(stored).withOptions(options);
            hall.log().updateRoom(changed);
            serve(changed);
        } else {
            serve(hall.log().createRoom(room, stored, options, NameKey.of(room).value()));
            hall.store().audit(new AuditEvent(hall.config().clock().instant(), AuditType.ROOM_CREATED, Optional.of(room), Optional.empty(), ""));
        }
    }

    @Override
    public boolean reopenRoom(RoomName room) {
        Optional<RoomRecord> known = find(room);
        known.ifPresent(this::serve);
        return known.isPresent();
    }

    private Optional<RoomRecord> find(RoomName room) {
        NameKey key = NameKey.of(room);
        return hall.log().rooms().stream().filter(r -> NameKey.of(r.name()).equals(key)).findFirst();
    }

    private void serve(RoomRecord record) {
        onLoop(() -> {
            hall.rooms().serve(record);
            return record;
        });
    }

    private StoredPassword derive(char[] password) {
        PasswordParameters how = PasswordParameters.fresh(random);
        try (PasswordSecret secret = PasswordSecret.derive(password, how)) {
            return new StoredPassword(secret.copy(), how.salt(), how.memoryKib(), how.iterations(), how.lanes());
        }
    }

    @Override
    public Optional<RoomSettings> settings(RoomName room) {
        return onLoop(() -> hall.rooms().find(room).map(ServedRoom::record)).map(r -> new RoomSettings(r.name(), r.password().isPresent(), r.options()));
    }

    @Override
    public void changeOptions(RoomName room, RoomOptions options) {
        change(require(room).withOptions(options));
    }

    @Override
    public void changePassword(RoomName room, Optional<char[]> password) {
        RoomRecord record = require(room);
        change(record.withPassword(password.map(this::derive)));
    }

    private void change(RoomRecord changed) {
        hall.log().updateRoom(changed);
        if (settings(changed.name()).isPresent()) {
            serve(changed);
        }
    }

    private RoomRecord require(RoomName room) {
        return find(room).orElseThrow(() -> new LogException("There is no such room."));
    }

    @Override
    public void renameRoom(RoomName room, RoomName now) {
        require(room);
    }

    @Override
    public void closeRoom(RoomName room) {
        require(room);
    }

    @Override
    public boolean remove(RoomName room, UserName who, boolean ban) {
        return false;
    }

    @Override
    public void forgive(RoomName room) {
        require(room);
    }

    @Override
    public void pause(RoomName room, boolean paused) {
        require(room);
    }

    @Override
    public List<Reply.RoomInfo> rooms() {
        return onLoop(() -> hall.rooms().list());
    }

    @Override
    public String ownerToken() {
        return hall.ownerToken();
    }

    /// Bytes that wait for the member that is furthest behind.
    long mostWaiting() {
        return onLoop(() -> hall.sessions().stream().mapToLong(s -> s.channel().waiting()).max().orElse(0));
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

    private <T> T onLoop(Supplier<T> question) {
        if (loop.inLoop()) {
            return question.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.execute(() -> answer.complete(question.get()));
        try {
            return answer.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the server is closed", e);
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        ports.stopAccepting();
        onLoop(() -> {
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
