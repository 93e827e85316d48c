package dev.parley.app.session;

import dev.parley.log.AuditRecord;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomRecord;
import dev.parley.protocol.Entry;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.util.List;
import java.util.Optional;

/// The log of a folder on which no host runs.
record StoredLog(MessageLog log) implements LogReader {

    @Override
    public List<Reply.LogRoom> rooms() {
        return log.rooms().stream()
                .map(r -> new Reply.LogRoom(r.name(), r.password().isPresent(), r.first(), r.head()))
                .toList();
    }

    @Override
    public List<Entry> before(RoomName room, long before, int limit, Optional<String> search) {
        RoomRecord record = log.rooms().stream()
                .filter(r -> r.name().equals(room))
                .findFirst()
                .orElseThrow(() -> new SessionException(Problem.NO_SUCH_ROOM, "no-such-room", room));
        return log.before(record.id(), before, limit, search);
    }

    @Override
    public List<Reply.Event> events(long before, int limit) {
        return log.auditBefore(before, limit).stream().map(StoredLog::event).toList();
    }

    private static Reply.Event event(AuditRecord record) {
        var e = record.event();
        return new Reply.Event(record.number(), e.at(), e.type().name(), e.room().map(RoomName::value).orElse(null),
                e.person().map(UserName::value).orElse(null), e.detail());
    }

    @Override
    public void close() {
        log.close();
    }
}
