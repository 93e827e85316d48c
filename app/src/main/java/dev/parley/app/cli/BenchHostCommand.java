package dev.parley.app.cli;

import dev.parley.app.ProgramLog;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench-host`, which no help shows: the server of a load test in a process of its own. Tells its port and serves until
/// its standard input ends, so that it never outlives the `bench` that started it.
@Command(name = "bench-host", hidden = true)
final class BenchHostCommand extends CliCommand {

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
        ProgramLog.toFile(folder().create().programLog());
        try (LoadHost host = LoadHost.open(folder(), surroundings(), port)) {
            host.openRooms(rooms, locked);
            Output output = output();
            output.json(JsonLine.event("ready").with("port", host.port()));
            output.flush();
            while (surroundings().in().read() >= 0) {
                // whatever is said, only the end counts
            }
        }
        return Failure.OK;
    }
}
