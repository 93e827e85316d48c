package dev.parley.log.h2;

import dev.parley.log.Appended;
import dev.parley.log.Draft;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomId;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One commit of so many entries, in a log that has so many already.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AppendBenchmark {

    private static final int FILL_BATCH = 1_000;

    @Param({"1", "10", "100"})
    public int batch;

    @Param({"0", "1000000"})
    public int before;

    private final Path folder;
    private final MessageLog log;
    private final RoomId room;

    public AppendBenchmark() {
        try {
            folder = Files.createTempDirectory("parley-append");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        log = H2MessageLog.open(folder, Clock.systemUTC()).log();
        room = log.createRoom(new RoomName("Crew"), Optional.empty(), RoomOptions.standard(), "crew").id();
    }

    @Setup
    public void fill() {
        for (int i = 0; i < before; i += FILL_BATCH) {
            log.append(drafts(FILL_BATCH));
        }
    }

    private List<Draft> drafts(int count) {
        return Stream.generate(() -> new Draft(room, MessageId.next(), EntryKind.TEXT, new UserName("Ana"), "x".repeat(128)))
                .limit(count)
                .toList();
    }

    @Benchmark
    public List<Appended> append() {
        return log.append(drafts(batch));
    }

    @TearDown
    public void close() throws IOException {
        log.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
