package dev.parley.app.cli;

import dev.parley.app.session.HostWish;
import dev.parley.app.session.Problem;
import dev.parley.app.session.RoomPassword;
import dev.parley.app.session.SessionException;
import dev.parley.app.session.WishedName;
import dev.parley.log.Durability;
import dev.parley.log.History;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `host`: opens a room and stays until it is told to stop.
@Command(name = "host", sortOptions = false)
final class HostCommand extends CliCommand {

    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(1);

    @Parameters(index = "0", paramLabel = "ROOM", descriptionKey = "option.host-room")
    private String room = "";

    @Option(names = "--name", paramLabel = "ME", descriptionKey = "option.name")
    private @Nullable String name;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password-file")
    private @Nullable Path passwordFile;

    @Option(names = "--open", descriptionKey = "option.open")
    private boolean open;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.port")
    private @Nullable Integer port;

    @Option(names = "--bind", paramLabel = "ADDR", descriptionKey = "option.bind")
    private @Nullable String bind;

    @Option(names = "--no-announce", descriptionKey = "option.no-announce")
    private boolean silent;

    @Option(names = "--history", paramLabel = "all|none|N", converter = HistoryOption.class, descriptionKey = "option.history")
    private @Nullable History history;

    @Option(names = "--idle", paramLabel = "TIME", converter = Durations.class, descriptionKey = "option.idle")
    private @Nullable Duration idle;

    @Option(names = "--durability", paramLabel = "process|power", converter = DurabilityOption.class, descriptionKey = "option.durability")
    private Durability durability = Durability.PROCESS;

    HostCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RoomName wanted = new RoomName(room);
        UserName owner = WishedName.of(Optional.ofNullable(name).map(UserName::new), surroundings().account()).first();
        if (port != null && (port < 0 || port > 65_535)) {
            throw new SessionException(Problem.USAGE, "bad-port", port);
        }
        if (idle != null && !idle.isZero() && idle.compareTo(SHORTEST_IDLE) < 0) {
            throw new SessionException(Problem.USAGE, "idle-too-short");
        }
        if (open && passwordFile != null) {
            throw new SessionException(Problem.USAGE, "open-and-password");
        }
        return new HostRun(this).run(passwords -> new HostWish(
                wanted,
                owner,
                password(passwords),
                () -> passwords.ofNewRoom(room).<RoomPassword>map(RoomPassword.Fresh::new)
                        .orElseGet(RoomPassword.Open::new),
                Optional.ofNullable(history),
                Optional.ofNullable(idle),
                port == null ? OptionalInt.empty() : OptionalInt.of(port),
                Optional.ofNullable(bind),
                durability,
                !silent,
                surroundings().version()));
    }

    private Optional<RoomPassword> password(Passwords passwords) throws IOException {
        return open
                ? Optional.of(new RoomPassword.Open())
                : passwords.given(Optional.ofNullable(passwordFile)).map(RoomPassword.Fresh::new);
    }
}
