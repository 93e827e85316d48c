package dev.parley.server;

import dev.parley.log.MemberRecord;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.room.Member;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How a rich member gets into a room: is it wanted, does it know the password, what of the past may it see; then it
/// gets its seat. Answers carry the name that was asked for; where that is a former one, the new one follows at once. On
/// the event loop.
final class Reception implements AutoCloseable {

    /// After this time it is worth asking again whether newcomers are taken.
    private static final long PAUSED_MILLIS = 3_000;

    private final Hall hall;
    private final Session session;
    private final Visitor visitor;
    private final UdpLink udp;
    private final PasswordDoor door;
    private final Predicate<ServedRoom> inside;
    private final Consumer<Seat> seated;

    /// @param inside whether the member has a seat in the room already
    /// @param seated hears of each new seat
    Reception(Hall hall, Session session, Visitor visitor, UdpLink udp, Predicate<ServedRoom> inside, Consumer<Seat> seated) {
        this.hall = hall;
        this.session = session;
        this.visitor = visitor;
        this.udp = udp;
        this.door = new PasswordDoor(hall, session, visitor, this::enter);
        this.inside = inside;
        this.seated = seated;
    }

    PasswordDoor door() {
        return door;
    }

    void join(Request.Join join, @Nullable String id) {
        ServedRoom room = hall.require(join.room());
        if (inside.test(room)) {
            throw new ProtocolException(ErrorCode.NOT_NOW, "In this room already.");
        }
        boolean place = visitor.places().containsKey(room);
        if (!place) {
            try {
                room.gate().require(visitor);
            } catch (ProtocolException e) {
                refuse(join.room(), e, id);
                return;
            }
        }
        if (!room.locked() || visitor.owner() || place || visitor.admitted().contains(room.id())) {
            enter(new PasswordDoor.Entry(room, join, Optional.empty()), id);
        } else {
            door.challenge(room, join, id);
        }
    }

    /// The way is free: finds out what history this member may see, then gives it the seat.
    private void enter(PasswordDoor.Entry entry, @Nullable String id) {
        ServedRoom room = entry.room();
        Visibility visibility = new Visibility(room.record().options().history());
        Optional<String> device = visitor.device();
        if (visibility.everything() || visitor.owner()) {
            sit(entry, 1, id);
            return;
        }
        Optional<Visitor.Place> kept = Optional.ofNullable(visitor.places().get(room));
        if (kept.isPresent() || device.isEmpty()) { // whoever was away for a moment sees what it saw, whatever the rule is now
            sit(entry, kept.map(Visitor.Place::visibleFrom).orElseGet(() -> visibility.newcomer(room.head())), id);
            return;
        }
        hall.background().read(() -> hall.log().member(room.id(), device.get()), record -> {
            long from = record.map(MemberRecord::visibleFrom).orElseGet(() -> visibility.newcomer(room.head()));
            if (session.open() && !inside.test(room)) {
                if (record.isEmpty()) {
                    remember(room, from);
                }
                sit(entry, from, id);
            }
        }, _ -> session.reply(
                new Reply.Failure("join", ErrorCode.INTERNAL, "The log cannot be read; try again.", entry.wish().room(), null), id));
    }

    private void remember(ServedRoom room, long from) {
        visitor.record(room, from, hall.config().clock()).ifPresent(record -> hall.background().read(() -> {
            hall.log().saveMember(record);
            return true;
        }, _ -> {}, _ -> {})); // a storage failure is told by the log writer
    }

    private void sit(PasswordDoor.Entry entry, long visibleFrom, @Nullable String id) {
        ServedRoom room = entry.room();
        Visitor.Place known = visitor.places().get(room);
        Member<Batch> member = known != null ? known.member() : new Member<>(visitor.name(), visitor.role(), batch -> {});
        if (known == null) {
            try {
                hall.admit(room, member, visitor);
            } catch (ProtocolException e) {
                hall.joinFailed(session, visitor, room.name(), e.code());
                refuse(entry.wish().room(), e, id);
                return;
            }
            visitor.regular(room, true);
        }
        visitor.places().put(room, new Visitor.Place(member, visibleFrom));
        long after = after(entry.wish(), room, visibleFrom);
        Seat seat = new Seat(hall, session, room, member, udp, after, visibleFrom);
        member.idle(!visitor.here());
        member.connect(seat);
        session.reply(joined(entry, after), id);
        if (!entry.wish().room().equals(room.name())) {
            session.push(new Reply.Renamed(entry.wish().room(), room.name()));
        }
        seat.start();
        seated.accept(seat);
        room.presenceChanged(member);
    }

    private static long after(Request.Join wish, ServedRoom room, long visibleFrom) {
        long floor = Math.max(visibleFrom, room.record().first()) - 1;
        if (wish.last() != null) {
            floor = Math.max(floor, room.head() - wish.last());
        }
        long wished = wish.after() != null ? Math.max(wish.after(), floor) : floor;
        return Math.min(wished, room.head());
    }

    private Reply.Joined joined(PasswordDoor.Entry entry, long after) {
        ServedRoom room = entry.room();
        List<Reply.Person> people = Fitting.objects(room.people().people(0, Limits.LIST_NAMES), p -> p.name().value());
        return new Reply.Joined(entry.wish().room(), room.head(), after, room.locked(), people, room.people().size(),
                entry.mac().orElse(null), hall.storageWatch().trouble().orElse(null));
    }

    private void refuse(RoomName asked, ProtocolException why, @Nullable String id) {
        Long later = why.code() == ErrorCode.PAUSED ? PAUSED_MILLIS : null;
        session.reply(new Reply.Failure("join", why.code(), why.text(), asked, later), id);
    }

    @Override
    public void close() {
        door.close();
    }
}
