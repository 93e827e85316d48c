package dev.parley.app.cli;

import dev.parley.app.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A crowd that comes in, chats, loses its connections and comes back, so that Java learns which code of a host is busy and
/// how: a later host compiles that code first, and at once as it should be. The crowd is `bench` in another process, because
/// what Java learns of it would only take memory.
final class RehearsedCrowd {

    private static final int ROOMS = 10;
    private static final long PATIENCE_SECONDS = 120;

    private final Surroundings surroundings;
    private final Path temporary;

    /// @param temporary for the data of the hosts, deleted by the caller
    RehearsedCrowd(Surroundings surroundings, Path temporary) {
        this.surroundings = surroundings;
        this.temporary = temporary;
    }

    /// @throws IllegalStateException if the crowd did not get what it should
    void perform() throws IOException, InterruptedException {
        perform("storm", false, "--storm", "200", "--warmup", "1s");
        perform("calm", false, "--members", "20", "--rate", "5", "--warmup", "4s", "--seconds", "8");
        perform("busy", false, "--members", "20", "--warmup", "1s", "--seconds", "4");
        perform("locked", true, "--storm", "40", "--warmup", "0s");
    }

    private void perform(String name, boolean locked, String... crowd) throws IOException, InterruptedException {
        try (LoadHost host = LoadHost.open(new DataFolder(temporary.resolve(name)), surroundings, 0)) {
            host.openRooms(ROOMS, locked);
            List<String> command = new ArrayList<>(ThisProgram.command());
            command.addAll(List.of("--data", temporary.toString(), "bench", "--at", "127.0.0.1:" + host.port(), "--rooms", Integer.toString(ROOMS)));
            command.addAll(List.of(crowd));
            if (locked) {
                command.add("--locked");
            }
            run(name, command);
        }
    }

    private static void run(String name, List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            if (process.exitValue() != Failure.OK) {
                throw new IllegalStateException("the crowd failed: " + name);
            }
        } catch (IOException e) {
            throw new IllegalStateException("no crowd could be started: " + name, e);
        }
    }
}
