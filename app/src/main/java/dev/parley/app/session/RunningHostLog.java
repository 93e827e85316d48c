package dev.parley.app.session;

import dev.parley.app.HostNote;
import dev.parley.client.ClientConfig;
import dev.parley.client.ClientEvent;
import dev.parley.client.ClientException;
import dev.parley.client.RoomClient;
import dev.parley.protocol.Entry;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// The log as the running host tells it to its owner, so that the database is never opened twice.
final class RunningHostLog implements LogReader {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RoomClient client;

    private RunningHostLog(RoomClient client) {
        this.client = client;
    }

    /// Empty if no host answers there, or one with another key.
    static Optional<LogReader> connect(HostNote note, Function<ClientConfig, RoomClient> clients, SecureRandom random)
            throws InterruptedException {
        // a name and a device of its own: those of the owner belong to the host's chat
        byte[] device = new byte[32];
        random.nextBytes(device);
        UserName name = new UserName("log " + ProcessHandle.current().pid() + "." + random.nextInt(10_000));
        InetSocketAddress address = new InetSocketAddress(note.address(), note.port());
        RoomClient client = clients.apply(new ClientConfig(() -> List.of(address), name, Optional.of(note.fingerprint()),
                new OwnHost(note.fingerprint()), device, Optional.of(note.token()), false));
        Optional<ClientEvent> first = client.poll(PATIENCE);
        if (first.isPresent() && first.get() instanceof ClientEvent.Online) {
            return Optional.of(new RunningHostLog(client));
        }
        client.close();
        return Optional.empty();
    }

    @Override
    public List<Reply.LogRoom> rooms() {
        return await(client.logRooms());
    }

    @Override
    public List<Entry> before(RoomName room, long before, int limit, Optional<String> search) {
        try {
            return await(client.logEntries(room, before, limit, search));
        } catch (ClientException e) {
            if (e.code().equals(Optional.of(ErrorCode.NO_SUCH_ROOM))) {
                throw new SessionException(Problem.NO_SUCH_ROOM, "no-such-room", room);
            }
            throw e;
        }
    }

    @Override
    public List<Reply.Event> events(long before, int limit) {
        return await(client.logEvents(before, limit));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new SessionException(Problem.CANNOT_CONNECT, "host-silent");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException(Problem.CANNOT_CONNECT, "host-silent");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
