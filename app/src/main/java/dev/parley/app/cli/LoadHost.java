package dev.parley.app.cli;

import dev.parley.app.DataFolder;
import dev.parley.bench.LoadPlan;
import dev.parley.crypto.HostIdentity;
import dev.parley.log.History;
import dev.parley.log.LogSettings;
import dev.parley.log.Retention;
import dev.parley.log.RoomOptions;
import dev.parley.log.h2.H2MessageLog;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.RoomServer;
import dev.parley.server.ServerConfig;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// The server of a load test, on loopback, with rooms that exist only for it.
///
/// It is the server that hosts rooms otherwise, but for what one address and one sender may do: all members of the load
/// test come from one address, and a few senders stand for a crowd. And it makes no backups: one is due a minute after the
/// start, then every six hours, so a measurement of seconds would have all of it or nothing.
final class LoadHost implements AutoCloseable {

    /// Of the rooms that are locked: no secret, they exist for seconds.
    static final String PASSWORD = "bench";

    private static final int POSTS_PER_SECOND = 1_000_000;
    private static final int CONNECTIONS = 20_000;

    private final QuietCollection quiet;
    private final RoomServer server;

    private LoadHost(QuietCollection quiet, RoomServer server) {
        this.quiet = quiet;
        this.server = server;
    }

    /// @param port 0 for any free one
    static LoadHost open(DataFolder folder, Surroundings surroundings, int port) throws IOException {
        Path data = folder.create().path();
        HostIdentity identity = HostIdentity.loadOrCreate(folder.identity(), surroundings.random(), surroundings.clock());
        QuietCollection quiet = QuietCollection.start();
        try {
            return new LoadHost(quiet, RoomServer.start(config(surroundings, data, port), identity,
                    H2MessageLog.open(data, surroundings.clock()).log(), quiet.watching(new ServerListener() {})));
        } catch (RuntimeException e) {
            quiet.close();
            throw e;
        }
    }

    /// Opens the rooms of the load test, to everyone unless they are locked with [#PASSWORD], and lets people in.
    void openRooms(int count, boolean locked) {
        for (int i = 0; i < count; i++) {
            server.openRoom(new RoomName(LoadPlan.room(i)),
                    locked ? Optional.of(PASSWORD.toCharArray()) : Optional.empty(), options());
        }
        server.accept();
    }

    int port() {
        return server.port();
    }

    private static ServerConfig config(Surroundings surroundings, Path data, int port) {
        ServerConfig.Admission usual = ServerConfig.Admission.standard();
        ServerConfig.Admission lenient = new ServerConfig.Admission(usual.waiting(), usual.waiting(), CONNECTIONS,
                usual.loginTime(), usual.silence(), usual.grace(), POSTS_PER_SECOND, usual.rooms(), CONNECTIONS);
        return new ServerConfig(new UserName("Bench"), Optional.of("127.0.0.1"), port, true,
                "parley " + surroundings.version(), true, true, LogSettings.standard(H2MessageLog.backups(data)).withBackups(Duration.ZERO, 1),
                (datagram, from) -> Optional.empty(), surroundings.clock(), lenient);
    }

    private static RoomOptions options() {
        return new RoomOptions(new History.All(), Duration.ZERO, new Retention(Optional.empty(), OptionalLong.empty()), CONNECTIONS);
    }

    @Override
    public void close() {
        try (quiet) {
            server.close();
        }
    }
}
