package dev.parley.server;

import dev.parley.log.AuditRecord;
import dev.parley.log.RoomId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets the owner of the host read its log while the host runs.
final class OwnerLog {

    private final Hall hall;

    OwnerLog(Hall hall) {
        this.hall = hall;
    }

    void answer(Session session, Request request, @Nullable String id) {
        switch (request) {
            case Request.LogRooms _ -> hall.background().read(this::rooms, r -> session.reply(r, id), _ -> fail(session, "log-rooms", id));
            case Request.LogEntries q -> {
                RoomId room = hall.require(q.room()).id();
                hall.background().read(
                        () -> entries(room, q), r -> session.reply(r, id), _ -> fail(session, "log-entries", id));
            }
            case Request.LogEvents q -> hall.background().read(
                    () -> events(q), r -> session.reply(r, id), _ -> fail(session, "log-events", id));
            default -> throw new ProtocolException(ErrorCode.NOT_NOW, "This does not read the log.");
        }
    }

    private Reply rooms() {
        return new Reply.LogRooms(hall.log().rooms().stream()
                .map(r -> new Reply.LogRoom(r.name(), r.password().isPresent(), r.first(), r.head()))
                .limit(100)
                .toList());
    }

    private Reply entries(RoomId room, Request.LogEntries query) {
        return new Reply.LogEntries(
                query.room(), Pages.newest(hall.log().before(room, query.before(), query.limit(), Optional.ofNullable(query.search()))));
    }

    private Reply events(Request.LogEvents query) {
        List<AuditRecord> records = hall.log().auditBefore(query.before(), Math.min(query.limit(), 100));
        return new Reply.LogEvents(records.stream()
                .map(r -> new Reply.Event(r.number(), r.event().at(), r.event().type().name(),
                        r.event().room().map(RoomName::value).orElse(null),
                        r.event().person().map(UserName::value).orElse(null), r.event().detail()))
                .toList());
    }

    private static void fail(Session session, String type, @Nullable String id) {
        session.reply(new Reply.Failure(type, ErrorCode.INTERNAL, "The log cannot be read at present.", null, null), id);
    }
}
