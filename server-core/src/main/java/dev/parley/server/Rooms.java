package dev.parley.server;

import dev.parley.log.AuditEvent;
import dev.parley.log.AuditType;
import dev.parley.log.RoomExistsException;
import dev.parley.log.RoomOptions;
import dev.parley.log.RoomRecord;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.room.NameKey;
import dev.parley.room.RoomDirectory;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The rooms that are open now. On the event loop.
final class Rooms {

    private final Hall hall;
    private final RoomDirectory<ServedRoom> directory = new RoomDirectory<>();
    private int creating;

    Rooms(Hall hall) {
        this.hall = hall;
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

    /// Serves a room of the log, or takes over what changed in it.
    void serve(RoomRecord record) {
        Optional<ServedRoom> open = directory.find(record.name());
        if (open.isPresent()) {
            if (!open.get().record().password().equals(record.password())) {
                hall.visitors().all().forEach(v -> v.admitted().remove(record.name())); // who comes back proves the new one
            }
            open.get().update(record);
        } else {
            directory.add(record.name(), new ServedRoom(hall, record));
        }
        hall.roomsChanged();
    }

    /// Makes an open room for a guest. A room that is in the log but not open belongs to the host.
    void create(RoomName name, Consumer<Reply> answer) {
        if (directory.find(name).isPresent()) {
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
        directory.find(record.name()).ifPresent(room -> reread(room, record.head()));
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
