package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What the operating system says that a process has used. Any thread.
public final class ServerProcess {

    private static final String RESIDENT = "VmRSS:";

    private final ProcessHandle process;

    private ServerProcess(ProcessHandle process) {
        this.process = process;
    }

    /// @return empty if there is no such process
    public static Optional<ServerProcess> of(long pid) {
        return ProcessHandle.of(pid).map(ServerProcess::new);
    }

    /// This process.
    public static ServerProcess own() {
        return new ServerProcess(ProcessHandle.current());
    }

    /// Processor time since its start, of all threads, in user mode and in the kernel.
    public Optional<Duration> cpu() {
        return process.info().totalCpuDuration();
    }

    /// Memory that it occupies, in KiB; known on Linux only.
    public OptionalLong residentKb() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
