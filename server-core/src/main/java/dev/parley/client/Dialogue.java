package dev.parley.client;

import dev.parley.client.ClientEvent.EndReason;
import dev.parley.client.ClientEvent.Trust;
import dev.parley.client.ClientEvent.Way;
import dev.parley.crypto.Fingerprint;
import dev.parley.crypto.Secrets;
import dev.parley.protocol.Codec;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.transport.DatagramPort;
import dev.parley.transport.EventLoop;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The client's inner side: logs in on every new connection, brings its rooms back, and gives each thing the host says
/// to the room that it concerns. On the event loop.
final class Dialogue implements Connection.Owner, Dialer.Owner, Entrance.Owner {

    private static final String PROGRAM = "parley";

    private final EventLoop loop;
    private final ClientConfig config;
    private final Consumer<ClientEvent> events;
    private final byte[] sessionSecret = new byte[32];
    private final Memberships rooms = new Memberships();
    private final Questions questions = new Questions();
    private final Offstage offstage;
    private final Dialer dialer;
    private final Entrance entrance;
    private final RoomNews news;
    private BooleanSupplier full = () -> false;
    private @Nullable Connection connection;
    private Optional<ClientEvent> early = Optional.empty();
    private Optional<Boolean> present = Optional.empty();
    private boolean online;
    private boolean over;

    Dialogue(EventLoop loop, ClientConfig config, SecureRandom random, Consumer<ClientEvent> events) {
        this.loop = loop;
        this.config = config;
        this.events = events;
        this.offstage = new Offstage(loop);
        this.entrance = new Entrance(loop, config, offstage, this);
        this.news = new RoomNews(config.name(), rooms, entrance, events);
        this.dialer = new Dialer(loop, config, offstage, random, this);
        random.nextBytes(sessionSecret);
    }

    void start(Optional<DatagramPort> port, BooleanSupplier readerBehind) {
        full = readerBehind;
        dialer.start(port, this);
    }

    // what the person wants

    void join(Membership.Wish wish) {
        rooms.named(wish.room()).ifPresent(old -> {
            rooms.remove(old);
            if (old.inside()) {
                say(new Request.Leave(old.room())); // else the host refuses the second join
            }
            old.outbox().refuseAll(ErrorCode.NOT_IN_ROOM, "The room was joined anew.");
            old.close();
        });
        Membership membership = new Membership(wish, wire(), events, System::nanoTime);
        rooms.add(membership);
        if (online) {
            membership.ask(wire());
        }
    }

    void leave(RoomName room) {
        rooms.find(room).ifPresent(membership -> {
            rooms.remove(membership);
            if (!membership.dormant()) {
                say(new Request.Leave(membership.room()));
            }
            membership.left(Optional.empty());
            membership.close();
        });
    }

    void post(RoomName room, MessageId id, MessageText text) {
        Optional<Membership> membership = rooms.find(room);
        if (membership.isEmpty() || over) {
            events.accept(new ClientEvent.Refused(room, id, text, ErrorCode.NOT_IN_ROOM, "Not in this room."));
            return;
        }
        membership.get().outbox().add(id, text);
        wake(membership.get());
    }

    void typing(RoomName room) {
        rooms.find(room).filter(Membership::mayTellOfTyping).ifPresent(m -> {
            byte[] sign = Codec.encode(new Request.Typing(m.room()), null);
            Wire wire = wire();
            if (wire.datagrams()) {
                wire.sendDatagram(List.of(sign));
            } else {
                wire.send(List.of(sign));
            }
        });
    }

    void present(boolean here) {
        if (here != present.orElse(true)) {
            present = Optional.of(here);
            say(new Request.Present(here));
        }
    }

    void active() {
        say(new Request.Active());
        rooms.all().forEach(this::wake);
    }

    /// The person is back: so are we.
    private void wake(Membership membership) {
        if (membership.dormant() && online) {
            membership.ask(wire());
        }
    }

    void say(Request request) {
        if (online && connection != null) {
            connection.send(request);
        }
    }

    void ask(Request request, CompletableFuture<Reply> answer) {
        if (!online || connection == null) {
            answer.completeExceptionally(new ClientException("The host is not connected.", Optional.empty()));
        } else {
            connection.send(request, questions.ask(answer));
        }
    }

    void reading(boolean on) {
        if (connection != null) {
            connection.reading(on);
        }
    }

    void datagram(ByteBuffer datagram, InetSocketAddress from) {
        if (connection != null) {
            connection.datagram(datagram, from);
        }
    }

    private Wire wire() {
        return connection == null ? new NoWire(loop) : connection;
    }

    // what the connection tells

    @Override
    public void reached(Connection reached) {
        early = Optional.empty();
        connection = reached;
        reached.send(new Request.Hello(Limits.PROTOCOL_VERSION, PROGRAM, config.ownerToken().orElse(null)));
    }

    @Override
    public void said(Connection from, Reply reply, @Nullable String id) {
        if (from != connection || over || questions.answer(id, reply)) {
            return;
        }
        try {
            understand(from, reply, id);
        } catch (ClientException e) {
            end(EndReason.REFUSED, String.valueOf(e.getMessage())); // the list of known hosts cannot be read: trust nobody
        }
    }

    private void understand(Connection from, Reply reply, @Nullable String id) {
        switch (reply) {
            case Reply.Hello _ -> logIn(from);
            case Reply.Guest guest -> loggedIn(from, guest.username());
            case Reply.Failure failure -> failed(from, failure, id);
            default -> news.said(from, reply);
        }
    }

    private void logIn(Connection on) {
        UserName name = config.name();
        on.send(new Request.Guest(name, Secrets.forHost(sessionSecret, on.key()), Secrets.forHost(config.device(), on.key())));
    }

    private void loggedIn(Connection on, UserName name) {
        online = true;
        dialer.succeeded(on);
        boolean known = config.expected().isPresent() || config.knownHosts().knows(on.key());
        events.accept(new ClientEvent.Online(on.key(), name, known ? Trust.KNOWN : Trust.FIRST_CONTACT));
        early.ifPresent(events);
        present.filter(here -> !here).ifPresent(_ -> say(new Request.Present(false))); // a new connection means here
        rooms.all().forEach(m -> entrance.again(on, m));
    }

    @Override
    public boolean current(Connection on) {
        return on == connection && online;
    }

    @Override
    public void forget(Membership membership) {
        rooms.remove(membership);
        membership.close();
    }

    private void failed(Connection from, Reply.Failure failure, @Nullable String id) {
        switch (failure.type()) {
            case "guest", "hello" -> refused(from, failure);
            case "closing" -> closing(from, failure);
            default -> news.refused(from, failure, id);
        }
    }

    private void refused(Connection from, Reply.Failure failure) {
        if (failure.code() == ErrorCode.NAME_TAKEN && dialer.everOnline()) {
            from.close();
            lost(from, new ClientException(failure.message(), Optional.of(failure.code())));
        } else {
            end(failure.code() == ErrorCode.NAME_TAKEN ? EndReason.NAME_TAKEN : EndReason.REFUSED, failure.message());
        }
    }

    private void closing(Connection from, Reply.Failure failure) {
        switch (failure.code()) {
            case REPLACED -> end(EndReason.REPLACED, failure.message());
            case BANNED, UNSUPPORTED_VERSION, FORBIDDEN -> end(EndReason.REFUSED, failure.message());
            default -> {
                from.close();
                lost(from, new ClientException(failure.message(), Optional.of(failure.code())));
            }
        }
    }

    @Override
    public void wayChanged(Way now, String why) {
        ClientEvent.WayChanged changed = new ClientEvent.WayChanged(now, why);
        if (online) {
            events.accept(changed);
        } else {
            early = Optional.of(changed); // nothing is told before `Online`
        }
    }

    @Override
    public boolean overfull() {
        return full.getAsBoolean();
    }

    @Override
    public void lost(Connection lost, @Nullable Throwable cause) {
        boolean wasOnline = online && lost == connection;
        if (lost == connection) {
            connection = null;
            online = false;
            questions.failAll();
            rooms.all().forEach(Membership::suspend);
        }
        if (!over) {
            dialer.lost(lost, wasOnline, cause);
        }
    }

    // what the dialer tells

    @Override
    public void offline(String why, Duration retryIn) {
        events.accept(new ClientEvent.Offline(why, retryIn));
    }

    @Override
    public boolean acceptable(Fingerprint key) {
        return config.expected().map(key::equals).orElse(true);
    }

    @Override
    public void unreachable(EndReason reason, String why) {
        end(reason, why);
    }

    @Override
    public void end(EndReason reason, String message) {
        if (over) {
            return;
        }
        over = true;
        online = false;
        dialer.stop();
        if (connection != null) {
            connection.close();
            connection = null;
        }
        questions.failAll();
        rooms.all().forEach(m -> {
            m.outbox().refuseAll(ErrorCode.CLOSING, message);
            m.close();
        });
        rooms.clear();
        events.accept(new ClientEvent.Ended(reason, message));
    }

    void close(CompletableFuture<Void> done) {
        if (connection != null && online) {
            connection.send(new Request.Logout());
        }
        end(EndReason.CLOSED, "closed");
        // the farewell leaves with the loop's last round
        loop.execute(() -> done.complete(null));
    }

    void release() {
        offstage.close();
    }
}
