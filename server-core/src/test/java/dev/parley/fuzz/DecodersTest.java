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
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every decoder of bytes that others made: no uncaught exception, no input that hangs, no memory beyond 64 MB. Longer:
/// `-Dparley.fuzz.seconds=600`.
@Execution(ExecutionMode.CONCURRENT)
class DecodersTest {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("parley.fuzz.seconds", 30));

    @ParameterizedTest
    @ValueSource(classes = {FramesFuzz.class, RequestFuzz.class, ReplyFuzz.class, RecordsFuzz.class, DatagramFuzz.class, ProofFuzz.class,
            BeaconFuzz.class, DnsSdFuzz.class, KnownHostsFuzz.class, JournalFuzz.class})
    @Execution(ExecutionMode.SAME_THREAD) // a fuzzer keeps one core busy
    void noInputDoesHarm(Class<?> target, @TempDir Path folder, TestReporter reporter) throws IOException {
        Fuzzing.Result result = new Fuzzing(target, folder).run(TIME);
        assertThat(result.exitCode()).as(result.said()).isZero();
        assertThat(result.inputs()).as(result.said()).isPositive();
        Figures.report(reporter, target.getSimpleName(), result.inputs() + " inputs in " + TIME.toSeconds() + " s");
    }
}
