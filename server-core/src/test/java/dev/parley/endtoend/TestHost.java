package dev.parley.endtoend;

import dev.parley.crypto.HostIdentity;
import dev.parley.log.History;
import dev.parley.log.MessageLog;
import dev.parley.log.Retention;
import dev.parley.log.RoomOptions;
import dev.parley.log.h2.H2MessageLog;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.RoomServer;
import dev.parley.server.ServerConfig;
import dev.parley.server.ServerListener;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// A host on loopback with its log in a folder.
final class TestHost implements AutoCloseable {

    static final RoomName ROOM = new RoomName("Lobby");

    private final RoomServer server;
    private final MessageLog log;

    TestHost(Path folder) {
        this(folder, UnaryOperator.identity());
    }

    TestHost(Path folder, UnaryOperator<ServerConfig> change) {
        log = H2MessageLog.open(folder, Clock.systemUTC()).log();
        HostIdentity identity = HostIdentity.loadOrCreate(folder.resolve("identity.p12"), new SecureRandom(), Clock.systemUTC());
        server = RoomServer.start(change.apply(loopback()), identity, log, new ServerListener() {});
    }

    static ServerConfig loopback() {
        ServerConfig standard = ServerConfig.standard(new UserName("Host"), dev.parley.log.LogSettings.standard(Path.of("backups")));
        return new ServerConfig(standard.owner(), Optional.of("127.0.0.1"), 0, true, standard.version(), standard.plainPasswords(),
                standard.guestsCreate(), standard.storage(), standard.strays(), standard.clock(), standard.limits());
    }

    static RoomOptions options(History history, Duration idle) {
        return new RoomOptions(history, idle, new Retention(Optional.empty(), OptionalLong.empty()), 10_000);
    }

    TestHost open() {
        server.openRoom(ROOM, Optional.empty(), RoomOptions.standard());
        return this;
    }

    TestHost open(String password) {
        server.openRoom(ROOM, Optional.of(password.toCharArray()), RoomOptions.standard());
        return this;
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
