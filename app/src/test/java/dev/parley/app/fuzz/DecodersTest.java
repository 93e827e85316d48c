package dev.parley.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.FilesFuzz;
import dev.parley.app.session.InviteFuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Links that others made, and files that somebody edited. Longer: `-Dparley.fuzz.seconds=600`.
@Execution(ExecutionMode.CONCURRENT)
class DecodersTest {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("parley.fuzz.seconds", 30));

    @ParameterizedTest
    @ValueSource(classes = {InviteFuzz.class, FilesFuzz.class})
    @Execution(ExecutionMode.SAME_THREAD) // a fuzzer keeps one core busy
    void noInputDoesHarm(Class<?> target, @TempDir Path folder, TestReporter reporter) throws IOException {
        Fuzzing.Result result = new Fuzzing(target, folder).run(TIME);
        assertThat(result.exitCode()).as(result.said()).isZero();
        assertThat(result.inputs()).as(result.said()).isPositive();
        reporter.publishEntry(target.getSimpleName(), result.inputs() + " inputs in " + TIME.toSeconds() + " s");
    }
}
