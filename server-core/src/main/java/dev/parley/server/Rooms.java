package dev.parley.server;

import dev.parley.log.AuditEvent;
import dev.parley.log.AuditType;
import dev.parley.log.RoomExistsException;
import dev.parley.log.RoomId;
import dev.parley.log.RoomOptions;
import dev.parley.log.RoomRecord;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.room.Member;
import dev.parley.room.NameKey;
import dev.parley.room.RoomDirectory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The rooms that are open now, and those that were since the server started. On the event loop.
final class Rooms {

    private final Hall hall;
    private final RoomDirectory<ServedRoom> directory = new RoomDirectory<>();
    private final Map<RoomId, ServedRoom> served = new HashMap<>();
    private final FormerNames<ServedRoom> former;
    private int creating;

    Rooms(Hall hall) {
        this.hall = hall;
        this.former = new FormerNames<>(hall.nanos());
    }

    Optional<ServedRoom> find(RoomName name) {
        return directory.find(name);
    }

    Iterable<ServedRoom> all() {
        return directory.all();
    }

    List<Reply.RoomInfo> list() {
        return directory.all().stream()
                .map(r -> new Reply.RoomInfo(r.name(), r.locked(), r.people().size()))
                .toList();
    }

    /// The room that has exactly this name, or had it before.
    ///
    /// @throws ProtocolException if there is none that is open
    ServedRoom require(RoomName name) {
        Optional<ServedRoom> alike = directory.find(name);
        return alike.filter(r -> r.name().equals(name))
                .or(() -> former.find(name).filter(ServedRoom::open))
                .orElseThrow(() -> missing(name, alike));
    }

    private ProtocolException missing(RoomName name, Optional<ServedRoom> alike) {
        if (alike.isPresent()) {
            String meant = "There is no room of this name here; did you mean \"" + alike.get().name() + "\"?";
            return new ProtocolException(ErrorCode.NO_SUCH_ROOM, meant);
        }
        return served.values().stream().anyMatch(r -> r.name().equals(name)) || former.find(name).isPresent()
                ? new ProtocolException(ErrorCode.ROOM_CLOSED, "The host has closed this room.")
                : new ProtocolException(ErrorCode.NO_SUCH_ROOM, "There is no room of this name here.");
    }

    /// True if the name belongs to another room, or did a moment ago.
    boolean reserved(RoomName name, Optional<RoomId> wantedFor) {
        return former.reserved(name, wantedFor.map(served::get));
    }

    /// Serves a room of the log, or takes over what changed in it. A room that was open before is served as the same
    /// one: what is still on its way to the log is counted in.
    void serve(RoomRecord record) {
        ServedRoom room = served.computeIfAbsent(record.id(), _ -> new ServedRoom(hall, record));
        take(room, record);
        if (!room.open()) {
            room.open(true);
            directory.add(record.name(), room);
            former.taken(record.name(), room);
        }
        hall.roomsChanged();
    }

    /// Takes over what changed in a room that was open before.
    void update(RoomRecord record) {
        ServedRoom room = served.get(record.id());
        if (room != null) {
            take(room, record);
            hall.roomsChanged();
        }
    }

    private void take(ServedRoom room, RoomRecord record) {
        if (!room.record().password().equals(record.password())) {
            hall.visitors().all().forEach(v -> v.admitted().remove(record.id())); // who comes back proves the new one
        }
        boolean otherIdle = !room.record().options().idle().equals(record.options().idle());
        room.update(record);
        if (otherIdle) {
            List.copyOf(room.people().members()).forEach(m -> session(m).ifPresent(s -> s.idleChanged(room))); // some go at once
        }
    }

    private static Optional<Session> session(Member<Batch> member) {
        return switch (member.outlet()) {
            case Seat seat -> Optional.of(seat.session());
            case PlainSeat seat -> Optional.of(seat.session());
            default -> Optional.empty(); // away
        };
    }

    /// The room has another name in the log: members go on under it, and what they sent before is still understood.
    void renamed(RoomRecord record) {
        ServedRoom room = served.get(record.id());
        if (room == null || room.name().equals(record.name())) {
            return;
        }
        RoomName old = room.name();
        room.update(record);
        former.taken(record.name(), room);
        former.add(old, room);
        hall.guesses().renamed(old, record.name());
        if (room.open()) {
            directory.remove(old);
            directory.add(record.name(), room);
            Reply.Renamed news = new Reply.Renamed(old, record.name());
            room.seats().forEach(seat -> seat.session().push(news));
        }
        hall.roomsChanged();
    }

    /// Everybody leaves; the room stays in the log.
    void close(ServedRoom room) {
        directory.remove(room.name());
        List.copyOf(room.people().members()).forEach(m -> expel(room, m, ErrorCode.ROOM_CLOSED));
        room.open(false);
        hall.store().audit(new AuditEvent(
                hall.config().clock().instant(), AuditType.ROOM_CLOSED, Optional.of(room.name()), Optional.empty(), ""));
        hall.roomsChanged();
    }

    /// Makes a member leave, or take note on its return.
    void expel(ServedRoom room, Member<Batch> member, ErrorCode reason) {
        session(member).ifPresentOrElse(s -> s.putOut(room, reason), () -> {
            hall.visitors().find(member.name()).ifPresent(v -> {
                v.places().remove(room);
                v.regular(room, false);
                if (reason == ErrorCode.KICKED) {
                    v.expelled().add(room);
                }
            });
            room.left(member, Optional.of(reason));
        });
    }

    /// Makes an open room for a guest. A room that is in the log but not open belongs to the host.
    void create(RoomName name, Consumer<Reply> answer) {
        if (directory.find(name).isPresent() || reserved(name, Optional.empty())) {
            throw new ProtocolException(ErrorCode.ROOM_EXISTS, "There is a room of this name, or one that looks like it.");
        }
        if (directory.size() + creating >= hall.config().limits().rooms()) {
            throw new ProtocolException(ErrorCode.TOO_MANY_ROOMS, "This host has as many rooms as it takes.");
        }
        creating++;
        hall.background().read(() -> hall.log().createRoom(name, Optional.empty(), RoomOptions.standard(), NameKey.of(name).value()),
                record -> {
                    creating--;
                    serve(record);
                    hall.store().audit(new AuditEvent(
                            hall.config().clock().instant(), AuditType.ROOM_CREATED, Optional.of(name), Optional.empty(), "by a guest"));
                    answer.accept(new Reply.Created(record.name()));
                }, failure -> {
                    creating--;
                    answer.accept(refusal(name, failure));
                });
    }

    /// After a storage failure: entries may have been stored although their senders were told otherwise. Members get them
    /// now, so that what they see equals the log.
    void reread() {
        hall.background().read(() -> hall.log().rooms(), records -> records.forEach(this::reread), _ -> {}); // members still repair by asking
    }

    private void reread(RoomRecord record) {
        ServedRoom room = served.get(record.id());
        if (room != null) {
            reread(room, record.head());
        }
    }

    private void reread(ServedRoom room, long head) {
        if (room.head() >= head) {
            return;
        }
        long from = room.head() + 1;
        int count = (int) Math.min(Limits.PAGE_ENTRIES, head - room.head());
        hall.background().read(() -> hall.log().range(room.id(), from, count), missed -> {
            missed.forEach(room::stored);
            if (!missed.isEmpty()) {
                hall.loop().execute(() -> reread(room, head)); // after these have gone out
            }
        }, _ -> {});
    }

    private static Reply.Failure refusal(RoomName name, RuntimeException failure) {
        return failure instanceof RoomExistsException
                ? new Reply.Failure("create", ErrorCode.ROOM_EXISTS, "A room of this name is kept by the host.", name, null)
                : new Reply.Failure("create", ErrorCode.READ_ONLY, "The host cannot store anything at present.", name, null);
    }
}
