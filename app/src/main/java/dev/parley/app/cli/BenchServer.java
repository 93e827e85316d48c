package dev.parley.app.cli;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.parley.app.session.Problem;
import dev.parley.app.session.SessionException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server for one load test, in a process and a data folder of its own, both gone when it is closed. It is started the
/// way this program was, so it is the same program with the same settings of Java.
final class BenchServer implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final Path folder;
    private final int port;

    private BenchServer(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /// Blocks until it serves.
    ///
    /// @param core to keep it on; empty for any
    static BenchServer start(int rooms, boolean locked, OptionalInt core) throws IOException {
        Path folder = Files.createTempDirectory("parley-bench");
        List<String> command = new ArrayList<>();
        if (core.isPresent()) {
            command.addAll(List.of("taskset", "-c", Integer.toString(core.getAsInt())));
        }
        command.addAll(ThisProgram.command());
        command.addAll(List.of("--data", folder.toString(), "--json", "bench-host", "--rooms", Integer.toString(rooms)));
        if (locked) {
            command.add("--locked");
        }
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            return new BenchServer(process, folder, port(process));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            delete(folder);
            throw e;
        }
    }

    private static int port(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = String.valueOf(out.readLine());
        try {
            return JsonParser.parseString(line).getAsJsonObject().get("port").getAsInt();
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new SessionException(Problem.CANNOT_CONNECT, "bench-server", line);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /// Lets it stop, and deletes what it kept. Idempotent.
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
