package dev.parley.server;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The TLS handshake is done and nobody is logged in: only a name (or, first, a `hello`) gets further.
final class Connected implements SessionState {

    private final Hall hall;
    private final Session session;
    private @Nullable UdpLink udp;
    private boolean rich;
    private boolean owner;

    Connected(Hall hall, Session session) {
        this.hall = hall;
        this.session = session;
    }

    @Override
    public SessionState on(Request request, @Nullable String id) {
        switch (request) {
            case Request.Hello hello -> hello(hello, id);
            case Request.Guest guest -> {
                return guest(guest, id);
            }
            case Request.ListNames _ when rich -> session.reply(hall.roomList(true), id);
            case Request.Ping ping -> session.reply(new Reply.Pong(ping.n(), 0), id);
            case Request.Probe probe when udp != null -> udp.probed(probe, List.of());
            case Request.Logout _ -> session.goodbye(id);
            case Request.LogRooms _, Request.LogEntries _, Request.LogEvents _ when owner -> hall.ownerLog().answer(session, request, id);
            default -> throw new ProtocolException(ErrorCode.NOT_NOW, "Take a name first.");
        }
        return this;
    }

    private void hello(Request.Hello hello, @Nullable String id) {
        if (rich) {
            throw new ProtocolException(ErrorCode.NOT_NOW, "One hello is enough.");
        }
        if (hello.version() < Limits.PROTOCOL_VERSION) {
            session.end(ErrorCode.UNSUPPORTED_VERSION, "This program is too old for this host; please update it.");
            return;
        }
        if (hello.ownerToken() != null) {
            owner = session.channel().sameMachine() && hall.isOwnerToken(hello.ownerToken());
            if (!owner) {
                throw new ProtocolException(ErrorCode.FORBIDDEN, "This is not the owner of this host.");
            }
        }
        rich = true;
        session.channel().closeWhenSilent(hall.config().limits().silence());
        udp = hall.datagrams().link(session);
        session.reply(new Reply.Hello(Limits.PROTOCOL_VERSION, hall.config().version(), udp.index()), id);
    }

    private SessionState guest(Request.Guest guest, @Nullable String id) {
        Optional<String> program = hall.hash(guest.session());
        Optional<String> device = hall.hash(guest.device());
        Visitor visitor = switch (hall.visitors().claim(guest.username(), owner, program, device, session)) {
            case Visitors.Claim.New(Visitor fresh) -> fresh;
            case Visitors.Claim.Back(Visitor known, Optional<Session> replaced) -> {
                replaced.ifPresent(s -> s.end(ErrorCode.REPLACED, "This session goes on in another connection."));
                hall.expectBack(known);
                yield known;
            }
            case Visitors.Claim.Taken() ->
                throw new ProtocolException(ErrorCode.NAME_TAKEN, "Somebody here has this name, or one that looks like it; choose another.");
        };
        session.loggedIn();
        session.reply(new Reply.Guest(visitor.name(), "lobby"), id);
        if (rich && udp != null) {
            return new RichMember(hall, session, visitor, udp);
        }
        return new PlainLobby(hall, session, visitor);
    }

    @Override
    public void gone(boolean polite) {
        if (udp != null) {
            udp.close();
        }
    }
}
