package dev.parley.app.cli;

import dev.parley.app.ProgramLog;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench-host`, which no help shows: the server of a load test, on loopback, with rooms that exist only for it. Tells
/// its port and serves until its standard input ends, so that it never outlives the `bench` that started it.
///
/// It is the server that hosts rooms otherwise, but for what one address and one sender may do: all members of the load
/// test come from one address, and a few senders stand for a crowd. And it makes no backups: one is due a minute after the
/// start, then every six hours, so a measurement of seconds would have all of it or nothing.
@Command(name = "bench-host", hidden = true)
final class BenchHostCommand extends CliCommand {

    /// Of the rooms that are locked: no secret, they exist for seconds.
    static final String PASSWORD = "bench";

    private static final int POSTS_PER_SECOND = 1_000_000;
    private static final int CONNECTIONS = 20_000;

    @Option(names = "--rooms")
    private int rooms = 1;

    @Option(names = "--port")
    private int port;

    @Option(names = "--locked")
    private boolean locked;

    BenchHostCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException {
        Path data = folder().create().path();
        ProgramLog.toFile(folder().programLog());
        HostIdentity identity = HostIdentity.loadOrCreate(folder().identity(), surroundings().random(), surroundings().clock());
        ServerConfig config = config(data);
        try (QuietCollection quiet = QuietCollection.start();
                RoomServer server = RoomServer.start(config, identity,
                        H2MessageLog.open(data, surroundings().clock()).log(), quiet.watching(new ServerListener() {}))) {
            for (int i = 0; i < rooms; i++) {
                server.openRoom(new RoomName(LoadPlan.room(i)),
                        locked ? Optional.of(PASSWORD.toCharArray()) : Optional.empty(), options());
            }
            Output output = output();
            output.json(JsonLine.event("ready").with("port", server.port()));
            output.flush();
            while (surroundings().in().read() >= 0) {
                // whatever is said, only the end counts
            }
        }
        return Failure.OK;
    }

    private ServerConfig config(Path data) {
        ServerConfig.Admission usual = ServerConfig.Admission.standard();
        ServerConfig.Admission lenient = new ServerConfig.Admission(usual.waiting(), usual.waiting(), CONNECTIONS,
                usual.loginTime(), usual.silence(), usual.grace(), POSTS_PER_SECOND, usual.rooms(), CONNECTIONS);
        return new ServerConfig(new UserName("Bench"), Optional.of("127.0.0.1"), port, true,
                "parley " + surroundings().version(), true, true, LogSettings.standard(H2MessageLog.backups(data)).withBackups(Duration.ZERO, 1),
                (datagram, from) -> Optional.empty(), surroundings().clock(), lenient);
    }

    private static RoomOptions options() {
        return new RoomOptions(new History.All(), Duration.ZERO, new Retention(Optional.empty(), OptionalLong.empty()), CONNECTIONS);
    }
}
