package dev.parley.server;

import dev.parley.log.Appended;
import dev.parley.log.AuditEvent;
import dev.parley.log.Draft;
import dev.parley.log.LogWriter;
import dev.parley.log.MessageLog;
import dev.parley.log.Refused;
import dev.parley.protocol.Entry;
import dev.parley.protocol.ErrorCode;
import dev.parley.transport.EventLoop;
import java.util.function.Consumer;

/// The server's way to its log. Entries are stored after the turn of the event loop in which they came, or by the log
/// writer's thread; outcomes come in a later turn. Audit events are for that thread.
final class Store implements AutoCloseable {

    /// What became of a draft.
    sealed interface Result {
        /// Stored now.
        record Fresh(Entry entry) implements Result {}

        /// Its id was stored before.
        record Known(Entry entry) implements Result {}

        record Refused(ErrorCode code, String message) implements Result {}
    }

    private final MessageLog log;
    private final LogWriter writer;

    /// @param watch hears of the state of the storage, on the loop
    Store(EventLoop loop, ServerConfig config, MessageLog log, LogWriter.Listener watch) {
        this.log = log;
        this.writer = new LogWriter(log, loop, watch, config.storage(), config.clock());
    }

    MessageLog log() {
        return log;
    }

    /// Queues a draft; the room fans it out once it is stored, after `then` has heard of it.
    void add(Draft draft, ServedRoom room, Consumer<Result> then) {
        writer.submit(draft, outcome -> {
            switch (outcome) {
                case Appended.Stored(Entry entry) -> {
                    then.accept(new Result.Fresh(entry));
                    room.stored(entry);
                }
                case Appended.Duplicate(Entry entry) -> then.accept(new Result.Known(entry));
                case Refused refused -> then.accept(new Result.Refused(code(refused.reason()), refused.text()));
            }
        });
    }

    private static ErrorCode code(Refused.Reason reason) {
        return switch (reason) {
            case READ_ONLY -> ErrorCode.READ_ONLY;
            case BUSY -> ErrorCode.RATE_LIMITED;
            case CLOSED -> ErrorCode.CLOSING;
            case INVALID -> ErrorCode.BAD_MESSAGE;
        };
    }

    void audit(AuditEvent event) {
        writer.audit(event);
    }

    /// Stores what waits, then closes the log.
    @Override
    public void close() {
        writer.close();
    }
}
