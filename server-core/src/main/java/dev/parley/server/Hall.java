package dev.parley.server;

import dev.parley.crypto.Secrets;
import dev.parley.log.AuditEvent;
import dev.parley.log.AuditType;
import dev.parley.log.MessageLog;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.room.Member;
import dev.parley.transport.EventLoop;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What the sessions of one server share. On the event loop.
final class Hall {

    private static final Duration LOBBY_PAUSE = Duration.ofMillis(500);

    private final EventLoop loop;
    private final ServerConfig config;
    private final ServerListener listener;
    private final Background background;
    private final Rooms rooms;
    private final StorageWatch storageWatch = new StorageWatch(this);
    private final Store store;
    private final Visitors visitors;
    private final Doorkeeper doorkeeper;
    private final GuessLimits guesses;
    private final Datagrams datagrams;
    private final OwnerLog ownerLog = new OwnerLog(this);
    private final Set<Session> sessions = new HashSet<>();
    private final Set<Session> lobby = new LinkedHashSet<>();
    private final String ownerToken;
    private boolean lobbyPlanned;

    Hall(EventLoop loop, ServerConfig config, ServerListener listener, MessageLog log, SecureRandom random) {
        this.loop = loop;
        this.config = config;
        this.listener = new CarefulListener(listener);
        this.background = new Background(loop);
        this.rooms = new Rooms(this);
        this.store = new Store(loop, config, log, storageWatch);
        this.visitors = new Visitors(config.owner());
        this.doorkeeper = new Doorkeeper(config.limits(), nanos());
        this.guesses = new GuessLimits(nanos(), config.limits().guesses());
        this.datagrams = new Datagrams(this, random);
        this.ownerToken = Secrets.token(random);
    }

    EventLoop loop() {
        return loop;
    }

    ServerConfig config() {
        return config;
    }

    ServerListener listener() {
        return listener;
    }

    Background background() {
        return background;
    }

    MessageLog log() {
        return store.log();
    }

    Store store() {
        return store;
    }

    StorageWatch storageWatch() {
        return storageWatch;
    }

    Rooms rooms() {
        return rooms;
    }

    Visitors visitors() {
        return visitors;
    }

    Doorkeeper doorkeeper() {
        return doorkeeper;
    }

    GuessLimits guesses() {
        return guesses;
    }

    Datagrams datagrams() {
        return datagrams;
    }

    OwnerLog ownerLog() {
        return ownerLog;
    }

    /// Every connection after its handshake.
    Set<Session> sessions() {
        return sessions;
    }

    /// Plain clients that are told when the list of rooms changes.
    Set<Session> lobby() {
        return lobby;
    }

    String ownerToken() {
        return ownerToken;
    }

    LongSupplier nanos() {
        return System::nanoTime;
    }

    /// The open room that has this name, or had it before.
    ///
    /// @throws ProtocolException with [ErrorCode#NO_SUCH_ROOM] or [ErrorCode#ROOM_CLOSED]
    ServedRoom require(RoomName name) {
        return rooms.require(name);
    }

    Reply.RoomList roomList(boolean rich) {
        List<Reply.RoomInfo> all = Fitting.objects(rooms.list(), r -> r.name().value());
        return new Reply.RoomList(all.stream().map(Reply.RoomInfo::name).toList(), rich ? all : null);
    }

    /// Rooms or the number of people in them have changed.
    void roomsChanged() {
        listener.roomsChanged();
        if (!lobbyPlanned && !lobby.isEmpty()) {
            lobbyPlanned = true;
            loop.schedule(() -> {
                lobbyPlanned = false;
                Reply.RoomList list = roomList(false);
                lobby.forEach(s -> s.offer(list)); // who does not read gets the next list
            }, LOBBY_PAUSE);
        }
    }

    /// Brings a member into a room.
    ///
    /// @throws ProtocolException if the room does not take it
    void admit(ServedRoom room, Member<Batch> member, Visitor visitor) {
        if (!room.open()) {
            throw new ProtocolException(ErrorCode.ROOM_CLOSED, "The host has closed this room.");
        }
        room.gate().require(visitor);
        switch (room.people().enter(member)) {
            case IN -> room.joined(member);
            case FULL -> throw new ProtocolException(ErrorCode.ROOM_FULL, "The room is full.");
            case BANNED -> throw new ProtocolException(ErrorCode.BANNED, "The host has closed this room to you.");
            case NAME_TAKEN -> throw new ProtocolException(ErrorCode.NAME_TAKEN, "Somebody in this room has this name.");
        }
    }

    /// Words for one person, not logged: to the receiver, and as an echo to the sender.
    void whisper(ServedRoom room, Member<Batch> from, UserName to, MessageText text) {
        Member<Batch> receiver = room.people().find(to)
                .filter(m -> Whispers.deliver(room.name(), m.outlet(), from.name(), m.name(), text))
                .orElseThrow(() -> new ProtocolException(ErrorCode.NO_SUCH_PERSON, "Nobody of that name can be reached in this room now."));
        if (receiver != from) {
            Whispers.deliver(room.name(), from.outlet(), from.name(), receiver.name(), text);
        }
    }

    Reply.Failure tooManyAttempts(String type, RoomName room, Duration wait) {
        return new Reply.Failure(type, ErrorCode.TOO_MANY_ATTEMPTS,
                "Too many attempts; try again in " + Math.max(1, wait.toSeconds()) + " seconds.", room, wait.toMillis());
    }

    /// Notes a refused join; the log learns nothing but the failure.
    void joinFailed(Session session, Visitor visitor, RoomName room, ErrorCode code) {
        store.audit(new AuditEvent(config.clock().instant(), AuditType.JOIN_FAILED, Optional.of(room),
                Optional.of(visitor.name()), code.wireName() + " from " + session.peer().getHostAddress()));
        listener.joinFailed(room, visitor.name(), code.wireName());
    }

    void audit(AuditType type, ServedRoom room, UserName person, String detail) {
        store.audit(new AuditEvent(config.clock().instant(), type, Optional.of(room.name()), Optional.of(person), detail));
    }

    /// Guests may make rooms where the host allows it.
    void create(Session session, Request.Create request, @Nullable String id) {
        if (!config.guestsCreate()) {
            throw new ProtocolException(ErrorCode.FORBIDDEN, "Only the host makes rooms here.");
        }
        rooms.create(request.room(), created -> session.reply(created, id));
    }

    /// The connection was lost without a goodbye: the person keeps name and places for a while.
    void expectReturn(Visitor visitor) {
        long absence = visitor.disconnected();
        loop.schedule(() -> {
            if (visitor.stillAway(absence)) {
                dismiss(visitor);
            }
        }, config.limits().grace());
    }

    /// The person is back on another connection: places that are not taken again soon are given up.
    void expectBack(Visitor visitor) {
        visitor.unseat();
        loop.schedule(() -> visitor.places().entrySet().removeIf(place -> {
            boolean empty = visitor.live().isPresent() && !(place.getValue().member().outlet() instanceof Seat);
            if (empty) {
                place.getKey().left(place.getValue().member(), Optional.empty());
            }
            return empty;
        }), config.limits().grace());
    }

    /// A plain client has gone. Its name is free, unless the same program goes on in another connection.
    void forget(Visitor visitor, Session session) {
        if (visitor.live().filter(s -> s == session).isPresent()) {
            visitors.remove(visitor);
        }
    }

    /// The person has left for good.
    void dismiss(Visitor visitor) {
        visitor.places().forEach((room, place) -> room.left(place.member(), Optional.empty()));
        visitor.places().clear();
        visitors.remove(visitor);
    }

    TokenBucket postRate() {
        int perSecond = config.limits().postsPerSecond();
        return new TokenBucket(4 * perSecond, perSecond, Duration.ofSeconds(1), nanos());
    }

    boolean isOwnerToken(String token) {
        return Secrets.same(ownerToken, token);
    }

    /// Secrets of clients are kept and compared as hashes only.
    Optional<String> hash(@Nullable String secret) {
        return Optional.ofNullable(secret).map(Secrets::sha256Base64Url);
    }
}
