package dev.parley.log;

import static dev.parley.log.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.log.h2.H2MessageLog;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LogWriterTest extends WriterFixture {

    @Test
    void outcomesComeInTheOrderOfSubmission() {
        submit(5_000);

        awaitOutcomes(5_000);
        assertThat(outcomes)
                .extracting(outcome -> ((Appended.Stored) outcome).entry().seq())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 5_000).boxed().toList());
        assertThat(outcomes)
                .extracting(outcome -> ((Appended.Stored) outcome).entry().body())
                .containsExactlyElementsOf(
                        IntStream.range(0, 5_000).mapToObj(i -> "text " + i).toList());
    }

    @Test
    void whatArrivesDuringACommitIsOneBatchHandedOverAtOnce() {
        holdAppends();
        submit(2_500);
        letAppendsGo();

        awaitOutcomes(2_501);
        assertThat(log.calls).containsExactly("append 1", "append 1000", "append 1000", "append 500");
        await().untilAsserted(() -> assertThat(tasks).containsExactly(1, 1_000, 1_000, 500));
    }

    @Test
    void aBatchIsAlsoBoundedInCharacters() {
        holdAppends();
        String big = "x".repeat(50_000);
        IntStream.range(0, 60).forEach(i -> writer.submit(draft(room, big), outcomes::add));
        letAppendsGo();

        awaitOutcomes(61);
        assertThat(log.calls).containsExactly("append 1", "append 21", "append 21", "append 18");
    }

    @Test
    void closingStoresWhatWaitsAndRefusesTheRest() {
        holdAppends();
        submit(1_200);
        writer.audit(AuditEvent.ofHost(clock.instant(), AuditType.SERVER_STOP, ""));
        Thread closing = Thread.ofPlatform().start(writer::close);
        await().until(() -> closing.getState() == Thread.State.WAITING);
        submit(1);
        letAppendsGo();
        await().until(() -> !closing.isAlive());
        writer.close();

        awaitOutcomes(1_202);
        assertThat(outcomes.stream().filter(Appended.class::isInstance)).hasSize(1_201);
        assertThat(outcomes).contains(new Refused(Refused.Reason.CLOSED, "The host is closing the room."));
        assertThat(log.calls).contains("audit 1").endsWith("sync", "close");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("parley-log"));
        try (MessageLog again = H2MessageLog.open(folder, clock).log()) {
            assertThat(again.rooms().getFirst().head()).isEqualTo(1_201);
        }
    }
}
