package dev.parley.log;

import static dev.parley.log.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.parley.protocol.Entry;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogWriterTroubleTest extends WriterFixture {

    @Test
    void aFloodIsRefusedNotCollected() {
        holdAppends();
        submit(DraftQueue.WAITING_DRAFTS + 7);

        await().until(() -> outcomes.size() == 7);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Refused.Reason.BUSY)));
        letAppendsGo();
        awaitOutcomes(DraftQueue.WAITING_DRAFTS + 8);
    }

    @Test
    void aFloodOfLongTextsIsRefusedNotCollected() {
        holdAppends();
        String big = "x".repeat(60_000);
        IntStream.range(0, 200).forEach(i -> writer.submit(draft(room, big), outcomes::add));

        await().until(() -> outcomes.size() == 200 - (8 << 20) / 60_000);
        letAppendsGo();
        awaitOutcomes(201);
    }

    @Test
    void aFullDiskRefusesEverythingUntilThereIsSpace() {
        submit(3);
        awaitOutcomes(3);
        holdAppends();
        submit(1_500);
        log.full.set(true);
        letAppendsGo();

        awaitOutcomes(3 + 1 + 1_500);
        Refused expected = new Refused(Refused.Reason.READ_ONLY, TroubledLog.FULL);
        assertThat(outcomes.subList(3, 1_504)).allMatch(expected::equals);
        await().untilAsserted(() -> assertThat(states).containsExactly("failed: " + TroubledLog.FULL));
        submit(1);
        awaitOutcomes(1_505);
        assertThat(outcomes.getLast()).isEqualTo(expected);
        await().until(() -> log.count("probe") >= 3);
        assertThat(states).hasSize(1);

        log.full.set(false);
        await().until(() -> states.size() == 2);
        assertThat(states.getLast()).isEqualTo("recovered");
        await().untilAsserted(() -> {
            int before = outcomes.size();
            submit(1);
            awaitOutcomes(before + 1);
            assertThat(outcomes.getLast()).isInstanceOf(Appended.Stored.class);
        });
        await().untilAsserted(() -> assertThat(log.auditBefore(Long.MAX_VALUE, 10))
                .extracting(found -> found.event().type())
                .containsExactly(AuditType.STORAGE_FAILED, AuditType.STORAGE_RECOVERED));
    }

    @Test
    void auditEventsDoNotMakeAFailedLogBeTriedMoreOften() {
        log.full.set(true);
        submit(1);
        await().until(() -> states.size() == 1);
        long probes = log.count("probe");
        long started = System.nanoTime();
        for (int i = 0; i < 3_000; i++) {
            writer.audit(AuditEvent.ofHost(clock.instant(), AuditType.ERROR, "x"));
        }
        long periods = Duration.ofNanos(System.nanoTime() - started).toMillis() / 20;

        assertThat(log.count("probe") - probes).isLessThanOrEqualTo(periods + 2);
    }

    @Test
    void aFailedSyncInTheBackgroundStopsAcknowledging() {
        submit(1);
        awaitOutcomes(1);
        log.full.set(true);
        timer.turn(SYNC);

        await().until(() -> states.size() == 1);
        submit(1);
        awaitOutcomes(2);
        assertThat(outcomes.getLast()).isInstanceOf(Refused.class);
    }

    @Test
    void aDraftThatCannotBeStoredTakesNoOtherWithIt() {
        holdAppends();
        submit(2);
        writer.submit(draft(new RoomId(77), "nowhere"), outcomes::add);
        submit(2);
        letAppendsGo();

        awaitOutcomes(6);
        assertThat(outcomes.get(3))
                .isEqualTo(new Refused(Refused.Reason.INVALID, "There is no such room."));
        assertThat(log.range(room, 1, 10)).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(states).isEmpty();
    }

    @Test
    void aCallbackThatFailsDoesNotSilenceTheOthers() {
        holdAppends();
        writer.submit(draft(room, "bad"), outcome -> {
            throw new IllegalStateException("made up");
        });
        submit(1);
        letAppendsGo();

        awaitOutcomes(2);
    }

    @Test
    void tooManyAuditEventsAreCounted() {
        holdAppends();
        for (int i = 0; i < AuditQueue.WAITING + 25; i++) {
            writer.audit(AuditEvent.ofHost(clock.instant(), AuditType.MESSAGE_SENT, "event " + i));
        }
        letAppendsGo();

        await().untilAsserted(() -> assertThat(log.auditBefore(Long.MAX_VALUE, 1))
                .extracting(found -> found.event().type(), found -> found.event().detail())
                .containsExactly(tuple(
                        AuditType.ERROR, "25 events came too fast and were not kept")));
        assertThat(log.retainAudit(1)).isEqualTo(AuditQueue.WAITING);
    }
}
