package dev.parley.app.session;

import dev.parley.app.DataFolder;
import dev.parley.app.HostNote;
import dev.parley.client.ClientConfig;
import dev.parley.client.RoomClient;
import dev.parley.log.LogBusyException;
import dev.parley.log.h2.H2MessageLog;
import dev.parley.protocol.Entry;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads the message log of a data folder, whether a host runs on it or not. For one thread.
public interface LogReader extends AutoCloseable {

    /// Asks the running host as its owner, or opens the log itself where no host runs.
    ///
    /// @param clients how to connect
    /// @throws SessionException `no-log` if nothing was ever hosted from this folder; `log-busy` if another program has
    ///     the log open and does not answer
    static LogReader open(DataFolder folder, Function<ClientConfig, RoomClient> clients, SecureRandom random, Clock clock)
            throws IOException, InterruptedException {
        Optional<HostNote> running = HostNote.read(folder.hostNote()).filter(note -> !note.isStale());
        if (running.isPresent()) {
            Optional<LogReader> host = RunningHostLog.connect(running.get(), clients, random);
            if (host.isPresent()) {
                return host.get();
            }
        }
        if (!Files.exists(folder.database())) {
            throw new SessionException(Problem.STORAGE, "no-log", folder.path());
        }
        try {
            return new StoredLog(H2MessageLog.open(folder.path(), clock).log());
        } catch (LogBusyException e) {
            throw new SessionException(Problem.STORAGE, "log-busy", folder.path());
        }
    }

    /// Every room that has a log.
    List<Reply.LogRoom> rooms();

    /// The newest entries with a number below `before`, at most `limit` (and at most 500), in ascending order.
    ///
    /// @param search only entries whose text contains every word of it
    List<Entry> before(RoomName room, long before, int limit, Optional<String> search);

    /// The newest lines of the audit with a number below `before`, at most `limit`, in ascending order.
    List<Reply.Event> events(long before, int limit);

    @Override
    void close();
}
