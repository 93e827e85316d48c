package dev.parley.endtoend;

import dev.parley.crypto.HostIdentity;
import dev.parley.log.History;
import dev.parley.log.MessageLog;
import dev.parley.log.Retention;
import dev.parley.log.RoomId;
import dev.parley.log.RoomOptions;
import dev.parley.log.h2.H2MessageLog;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.Limits;
import dev.parley.protocol.Notice;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.RoomServer;
import dev.parley.server.ServerConfig;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/// A host on loopback with its log in a folder.
final class TestHost implements AutoCloseable {

    static final RoomName ROOM = new RoomName("Lobby");

    private final RoomServer server;
    private final MessageLog log;

    TestHost(Path folder) {
        this(folder, UnaryOperator.identity());
    }

    TestHost(Path folder, UnaryOperator<ServerConfig> change) {
        this(folder, change, UnaryOperator.identity(), new ServerListener() {});
    }

    /// @param wrap what the server gets instead of the log itself
    TestHost(Path folder, UnaryOperator<ServerConfig> change, UnaryOperator<MessageLog> wrap, ServerListener listener) {
        this(folder, change, wrap, listener, Clock.systemUTC());
    }

    /// @param clock what the host believes the time is
    TestHost(Path folder, UnaryOperator<ServerConfig> change, UnaryOperator<MessageLog> wrap, ServerListener listener, Clock clock) {
        log = H2MessageLog.open(folder, clock).log();
        HostIdentity identity = HostIdentity.loadOrCreate(folder.resolve("identity.p12"), new SecureRandom(), Clock.systemUTC());
        server = RoomServer.start(Settings.clock(clock).andThen(change).apply(loopback(folder)), identity, wrap.apply(log), listener);
        server.accept();
    }

    static ServerConfig loopback(Path folder) {
        ServerConfig standard = ServerConfig.standard(new UserName("Host"), dev.parley.log.LogSettings.standard(folder.resolve("backups")));
        return new ServerConfig(standard.owner(), Optional.of("127.0.0.1"), 0, true, standard.version(), standard.plainPasswords(),
                standard.guestsCreate(), standard.storage(), standard.strays(), standard.clock(), standard.limits());
    }

    static RoomOptions options(History history, Duration idle) {
        return new RoomOptions(history, idle, new Retention(Optional.empty(), OptionalLong.empty()), 10_000);
    }

    /// Waits until so many are in the first room.
    void awaitMembers(int count) {
        Awaitility.await().atMost(TestMember.PATIENCE).until(() -> server.rooms().getFirst().members() == count);
    }

    TestHost open() {
        server.openRoom(ROOM, Optional.empty(), RoomOptions.standard());
        return this;
    }

    TestHost open(String password) {
        server.openRoom(ROOM, Optional.of(password.toCharArray()), RoomOptions.standard());
        return this;
    }

    TestHost open(RoomOptions options) {
        server.openRoom(ROOM, Optional.empty(), options);
        return this;
    }

    /// More rooms with standard options, so many that a list of them is long.
    void openMany(int count) {
        for (int i = 0; i < count; i++) {
            server.openRoom(new RoomName("A room with quite a long name, number " + i), Optional.empty(), RoomOptions.standard());
        }
    }

    /// Every entry of the room, from the log itself.
    List<Entry> stored() {
        RoomId room = log.rooms().stream().filter(r -> r.name().equals(ROOM)).findFirst().orElseThrow().id();
        List<Entry> all = new ArrayList<>();
        List<Entry> page = log.range(room, 1, Limits.PAGE_ENTRIES);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = log.range(room, all.getLast().seq() + 1, Limits.PAGE_ENTRIES);
        }
        return all;
    }

    List<String> storedTexts() {
        return stored().stream().filter(e -> e.kind() == EntryKind.TEXT).map(Entry::body).toList();
    }

    /// The notices of the log, as `JOINED Ana`.
    List<String> notices() {
        return stored().stream()
                .filter(e -> e.kind() == EntryKind.NOTICE)
                .map(e -> Notice.ofBody(e.body()))
                .flatMap(n -> n.names().stream().map(name -> n.event() + " " + name))
                .toList();
    }

    /// The notices up to now. They are written up to a second after what they tell of, so one more person comes, and that one's notice
    /// is waited for.
    List<String> noticesUpToNow() throws IOException {
        try (PlainClient _ = new PlainClient(port()).enter("Witness", ROOM.value())) {
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> notices().contains("JOINED Witness"));
        }
        return notices().stream().filter(n -> !n.endsWith(" Witness")).toList();
    }

    RoomServer server() {
        return server;
    }

    MessageLog log() {
        return log;
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
