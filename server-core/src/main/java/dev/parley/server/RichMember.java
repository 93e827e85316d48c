package dev.parley.server;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A rich client that is logged in: in the lobby and in any number of rooms.
final class RichMember implements SessionState {

    private final Hall hall;
    private final Session session;
    private final Visitor visitor;
    private final UdpLink udp;
    private final Reception reception;
    private final HistoryDesk history;
    private final TokenBucket typing;
    private final Map<ServedRoom, Seat> seats = new LinkedHashMap<>();
    private final Map<ServedRoom, IdleWatch> watches = new LinkedHashMap<>();

    RichMember(Hall hall, Session session, Visitor visitor, UdpLink udp) {
        this.hall = hall;
        this.session = session;
        this.visitor = visitor;
        this.udp = udp;
        this.reception = new Reception(hall, session, visitor, udp, seats::containsKey, this::seated);
        this.history = new HistoryDesk(hall, session);
        this.typing = new TokenBucket(1, 1, Duration.ofSeconds(1), hall.nanos());
    }

    @Override
    public SessionState on(Request request, @Nullable String id) {
        switch (request) {
            case Request.Post post -> seat(post.room()).post(post);
            case Request.Probe probe -> udp.probed(probe, seats.values());
            case Request.Range range -> seat(range.room()).repair(range);
            case Request.Path path -> way(path.udp());
            case Request.Ping ping -> session.reply(new Reply.Pong(ping.n(), udp.heardProbe()), id);
            case Request.Active _ -> {}
            case Request.Present present -> present(present.here());
            case Request.Typing sign -> typing(seat(sign.room()));
            case Request.History past -> history.ask(seat(past.room()), past, id);
            case Request.Join join -> reception.join(join, id);
            case Request.ProveRounds rounds -> reception.door().rounds(rounds, id);
            case Request.ProveKey key -> reception.door().key(key, id);
            case Request.Leave leave -> leave(seat(leave.room()), Optional.empty());
            case Request.Whisper w -> hall.whisper(seat(w.room()).room(), seat(w.room()).member(), w.to(), w.text());
            case Request.People people -> people(people, id);
            case Request.ListNames _ -> session.reply(hall.roomList(true), id);
            case Request.Create create -> hall.create(session, create, id);
            case Request.Logout _ -> session.goodbye(id);
            case Request.LogRooms _, Request.LogEntries _, Request.LogEvents _ when visitor.owner() ->
                hall.ownerLog().answer(session, request, id);
            case Request.LogRooms _, Request.LogEntries _, Request.LogEvents _ ->
                throw new ProtocolException(ErrorCode.FORBIDDEN, "Only the owner of the host may read its log.");
            case Request.Hello _, Request.Guest _, Request.Enter _, Request.PlainMessage _, Request.Exit _ ->
                throw new ProtocolException(ErrorCode.NOT_NOW, "This belongs to plain clients, or before the login.");
        }
        return this;
    }

    /// What was sent by a way that is no longer good may be lost: the newest numbers, over TLS, show what is missing.
    private void way(boolean good) {
        udp.wanted(good);
        if (!good) {
            seats.values().forEach(s -> session.push(s.head()));
        }
    }

    private void present(boolean here) {
        if (here != visitor.here()) {
            visitor.here(here);
        }
    }

    private void typing(Seat seat) {
        if (typing.take()) {
            seat.room().typing().show(seat.member());
        }
    }

    private Seat seat(RoomName name) {
        for (Seat mine : seats.values()) {
            if (mine.room().name().equals(name)) {
                return mine; // nearly always: no need to look for names that look like it
            }
        }
        Seat seat = seats.get(hall.require(name));
        if (seat == null) {
            throw new ProtocolException(ErrorCode.NOT_IN_ROOM, "Not in this room.");
        }
        return seat;
    }

    private void seated(Seat seat) {
        seats.put(seat.room(), seat);
        if (!visitor.owner()) {
            IdleWatch watch = new IdleWatch(hall, session, seat.room(), () -> leave(seat, Optional.of(ErrorCode.IDLE)));
            watches.put(seat.room(), watch);
            watch.start();
        }
    }

    @Override
    public void putOut(ServedRoom room, ErrorCode reason) {
        Seat seat = seats.get(room);
        if (seat != null) {
            leave(seat, Optional.of(reason));
        }
    }

    @Override
    public void idleChanged(ServedRoom room) {
        IdleWatch watch = watches.get(room);
        if (watch != null) {
            watch.restart();
        }
    }

    private void leave(Seat seat, Optional<ErrorCode> reason) {
        seat.stop();
        seats.remove(seat.room());
        visitor.places().remove(seat.room());
        visitor.regular(seat.room(), reason.equals(Optional.of(ErrorCode.IDLE)));
        IdleWatch watch = watches.remove(seat.room());
        if (watch != null) {
            watch.stop();
        }
        session.push(new Reply.Left(seat.room().name(), reason.orElse(null)));
        seat.room().left(seat.member(), reason);
    }

    private void people(Request.People request, @Nullable String id) {
        ServedRoom room = seat(request.room()).room();
        List<Reply.Person> page = Fitting.objects(
                room.people().people(request.offset(), Limits.LIST_NAMES), p -> p.name().value());
        session.reply(new Reply.People(room.name(), request.offset(), room.people().size(), page), id);
    }

    @Override
    public void writable() {
        seats.values().forEach(Seat::writable);
    }

    @Override
    public void gone(boolean polite) {
        udp.close();
        reception.close();
        watches.values().forEach(IdleWatch::stop);
        seats.values().forEach(Seat::stop);
        if (visitor.live().filter(s -> s == session).isEmpty()) {
            return; // went on in another connection
        }
        if (polite) {
            hall.dismiss(visitor);
        } else {
            hall.expectReturn(visitor);
        }
    }
}
