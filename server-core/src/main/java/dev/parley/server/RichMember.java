package dev.parley.server;

import dev.parley.log.MemberRecord;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.room.Member;
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
    private final PasswordDoor door;
    private final Map<ServedRoom, Seat> seats = new LinkedHashMap<>();
    private final Map<ServedRoom, IdleWatch> watches = new LinkedHashMap<>();

    RichMember(Hall hall, Session session, Visitor visitor, UdpLink udp) {
        this.hall = hall;
        this.session = session;
        this.visitor = visitor;
        this.udp = udp;
        this.door = new PasswordDoor(hall, session, visitor, this::enter);
    }

    @Override
    public SessionState on(Request request, @Nullable String id) {
        switch (request) {
            case Request.Post post -> seat(post.room()).post(post);
            case Request.Probe probe -> udp.probed(probe, seats.values().stream().map(Seat::head).toList());
            case Request.Range range -> seat(range.room()).repair(range);
            case Request.Path path -> way(path.udp());
            case Request.Ping ping -> session.reply(new Reply.Pong(ping.n(), udp.heardProbe()), id);
            case Request.Active _, Request.Present _, Request.Typing _ -> {}
            case Request.History history -> session.reply(new Reply.HistoryPage(seat(history.room()).room().name(), List.of()), id);
            case Request.Join join -> join(join, id);
            case Request.ProveRounds rounds -> door.rounds(rounds, id);
            case Request.ProveKey key -> door.key(key, id);
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

    private Seat seat(RoomName name) {
        Seat seat = seats.get(hall.require(name));
        if (seat == null) {
            throw new ProtocolException(ErrorCode.NOT_IN_ROOM, "Not in this room.");
        }
        return seat;
    }

    private void join(Request.Join join, @Nullable String id) {
        ServedRoom room = hall.require(join.room());
        if (seats.containsKey(room)) {
            throw new ProtocolException(ErrorCode.NOT_NOW, "In this room already.");
        }
        boolean known = visitor.places().containsKey(room) || visitor.admitted().contains(room.name());
        if (!room.locked() || visitor.owner() || known) {
            enter(new PasswordDoor.Entry(room, Optional.ofNullable(join.after()), Optional.empty()), id);
        } else {
            door.challenge(room, Optional.ofNullable(join.after()), id);
        }
    }

    /// The way is free: finds out what history this member may see, then takes the seat.
    private void enter(PasswordDoor.Entry entry, @Nullable String id) {
        ServedRoom room = entry.room();
        Visibility visibility = new Visibility(room.record().options().history());
        Optional<String> device = visitor.device();
        if (visibility.everything() || visitor.owner() || device.isEmpty()) {
            sit(entry, visitor.owner() ? 1 : visibility.newcomer(room.head()), id);
            return;
        }
        hall.background().read(() -> hall.log().member(room.id(), device.get()), record -> {
            long from = record.map(MemberRecord::visibleFrom).orElseGet(() -> visibility.newcomer(room.head()));
            if (session.open() && !seats.containsKey(room)) {
                if (record.isEmpty()) {
                    remember(room, device.get(), from);
                }
                sit(entry, from, id);
            }
        }, _ -> session.reply(new Reply.Failure("join", ErrorCode.INTERNAL, "The log cannot be read; try again.", room.name(), null), id));
    }

    private void remember(ServedRoom room, String device, long from) {
        MemberRecord record = new MemberRecord(room.id(), device, visitor.name(), from, hall.config().clock().instant());
        hall.background().read(() -> {
            hall.log().saveMember(record);
            return true;
        }, _ -> {}, _ -> {}); // a storage failure is told by the log writer
    }

    private void sit(PasswordDoor.Entry entry, long visibleFrom, @Nullable String id) {
        ServedRoom room = entry.room();
        long floor = Math.max(visibleFrom, room.record().first()) - 1;
        long after = Math.min(Math.max(entry.after().orElse(floor), floor), room.head());
        Member<Batch> known = visitor.places().get(room);
        Member<Batch> member = known != null ? known : new Member<>(visitor.name(), visitor.role(), batch -> {});
        if (known == null) {
            try {
                hall.admit(room, member);
            } catch (ProtocolException e) {
                hall.joinFailed(session, visitor, room.name(), e.code());
                session.reply(new Reply.Failure("join", e.code(), e.text(), room.name(), null), id);
                return;
            }
            visitor.places().put(room, member);
        }
        Seat seat = new Seat(hall, session, room, member, udp, after, visibleFrom);
        seats.put(room, seat);
        List<Reply.Person> people = Fitting.objects(room.people().people(0, Limits.LIST_NAMES), p -> p.name().value());
        session.reply(new Reply.Joined(room.name(), room.head(), after, room.locked(), people, room.people().size(), entry.mac().orElse(null), null), id);
        member.connect(seat);
        seat.start();
        if (!visitor.owner()) {
            IdleWatch watch = new IdleWatch(hall, session, room, () -> leave(seat, Optional.of(ErrorCode.IDLE)));
            watches.put(room, watch);
            watch.start();
        }
    }

    private void leave(Seat seat, Optional<ErrorCode> reason) {
        seat.stop();
        seats.remove(seat.room());
        visitor.places().remove(seat.room());
        IdleWatch watch = watches.remove(seat.room());
        if (watch != null) {
            watch.stop();
        }
        session.push(new Reply.Left(seat.room().name(), reason.orElse(null)));
        seat.room().left(seat.member(), reason.isPresent());
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
        door.close();
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
