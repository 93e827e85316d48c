package dev.parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Figures;
import dev.parley.client.KnownHostsFuzz;
import dev.parley.crypto.DatagramFuzz;
import dev.parley.crypto.ProofFuzz;
import dev.parley.discovery.BeaconFuzz;
import dev.parley.discovery.DnsSdFuzz;
import dev.parley.log.h2.JournalFuzz;
import dev.parley.protocol.ReplyFuzz;
import dev.parley.protocol.RequestFuzz;
import dev.parley.transport.FramesFuzz;
import dev.parley.transport.RecordsFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every decoder of bytes that others made: no uncaught exception, no input that hangs, no memory beyond 64 MB (the
/// last in long runs only). Longer: `-Dparley.fuzz.seconds=600`. Two at a time: a fuzzer keeps one core busy.
class DecodersTest {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("parley.fuzz.seconds", 2));
    private static final ExecutorService TWO = Executors.newFixedThreadPool(2);
    private static final Map<Class<?>, Future<Fuzzing.Result>> HUNTS = new LinkedHashMap<>();

    private static List<Class<?>> targets() {
        return List.of(FramesFuzz.class, RequestFuzz.class, ReplyFuzz.class, RecordsFuzz.class, DatagramFuzz.class, ProofFuzz.class,
                BeaconFuzz.class, DnsSdFuzz.class, KnownHostsFuzz.class, JournalFuzz.class);
    }

    @BeforeAll
    static void begin(@TempDir Path folder) throws IOException {
        for (Class<?> target : targets()) {
            Path own = Files.createDirectory(folder.resolve(target.getSimpleName()));
            HUNTS.put(target, TWO.submit(() -> new Fuzzing(target, own).run(TIME)));
        }
    }

    @AfterAll
    static void end() {
        TWO.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noInputDoesHarm(Class<?> target, TestReporter reporter) throws Exception {
        Fuzzing.Result result = Objects.requireNonNull(HUNTS.get(target)).get();
        assertThat(result.exitCode()).as(result.said()).isZero();
        assertThat(result.inputs()).as(result.said()).isPositive();
        Figures.report(reporter, target.getSimpleName(), result.inputs() + " inputs in " + TIME.toSeconds() + " s");
    }
}
