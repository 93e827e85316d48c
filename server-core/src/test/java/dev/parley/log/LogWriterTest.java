package dev.parley.log;

import static dev.parley.log.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.parley.log.h2.H2MessageLog;
import dev.parley.protocol.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set by JUnit and before each test
class LogWriterTest {

    private static final Duration SYNC = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private final TurnableClock clock = new TurnableClock();
    private final HandTimer timer = new HandTimer();
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> states = new CopyOnWriteArrayList<>();
    private final List<Integer> tasks = new CopyOnWriteArrayList<>(); // outcomes per task
    private final ExecutorService loop = Executors.newSingleThreadExecutor();

    private TroubledLog log;
    private LogWriter writer;
    private RoomId room;

    @BeforeEach
    void start() {
        log = new TroubledLog(H2MessageLog.open(folder, clock).log());
        room = Samples.room(log, "room");
        writer = writer(Durability.PROCESS);
    }

    @AfterEach
    void stop() {
        log.mayAppend.release(1_000);
        writer.close();
        loop.shutdownNow();
    }

    private LogWriter writer(Durability durability) {
        Executor deliver = task -> loop.execute(() -> {
            int before = outcomes.size();
            task.run();
            tasks.add(outcomes.size() - before);
        });
        LogSettings settings = new LogSettings(
                durability,
                SYNC,
                Duration.ofMillis(20),
                Duration.ofHours(1),
                Duration.ofHours(6),
                H2MessageLog.backups(folder),
                3);
        return new LogWriter(log, deliver, new States(), settings, clock, timer);
    }

    private void submit(int count) {
        IntStream.range(0, count).forEach(i -> writer.submit(draft(room, "text " + i), outcomes::add));
    }

    private void awaitOutcomes(int count) {
        await().until(() -> outcomes.size() >= count);
        assertThat(outcomes).hasSize(count);
    }

    /// Lets the writer's thread wait inside its next append.
    private void holdAppends() {
        log.mayAppend.drainPermits();
        submit(1);
        log.appending.acquireUninterruptibly();
        log.appending.drainPermits();
    }

    private void letAppendsGo() {
        log.mayAppend.release(1_000_000);
    }

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
    void withPowerDurabilityTheDiskIsAskedBeforeAnyoneIsTold() {
        writer.close();
        log = new TroubledLog(H2MessageLog.open(folder, clock).log());
        writer = writer(Durability.POWER);
        writer.submit(draft(room, "text"), outcome -> log.calls.add("told"));

        await().until(() -> log.calls.contains("told"));
        assertThat(log.calls).containsExactly("append 1", "sync", "told");
    }

    @Test
    void withProcessDurabilityOneSyncFollowsManyCommits() {
        int others = timer.waiting();
        for (int i = 1; i <= 8; i++) {
            submit(1);
            awaitOutcomes(i);
        }
        assertThat(log.count("sync")).isZero();
        assertThat(timer.waiting()).isEqualTo(others + 1);

        timer.turn(SYNC);
        assertThat(log.count("sync")).isEqualTo(1);
        timer.turn(SYNC);
        assertThat(log.count("sync")).isEqualTo(1);
        submit(1);
        awaitOutcomes(9);
        timer.turn(SYNC.minusMillis(1));
        assertThat(log.count("sync")).isEqualTo(1);
        timer.turn(Duration.ofMillis(1));
        assertThat(log.count("sync")).isEqualTo(2);
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
        assertThat(log.calls).endsWith("audit 1", "sync", "close");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("parley-log"));
        try (MessageLog again = H2MessageLog.open(folder, clock).log()) {
            assertThat(again.rooms().getFirst().head()).isEqualTo(1_201);
        }
    }

    @Test
    void oldEntriesGoEveryHour() {
        RoomRecord keepsOne = log.rooms().getFirst();
        log.updateRoom(keepsOne.withOptions(
                new RoomOptions(new History.All(), Duration.ZERO, Samples.newest(1), 10)));
        submit(10);
        awaitOutcomes(10);

        timer.turn(Duration.ofHours(1));
        assertThat(log.rooms().getFirst().first()).isEqualTo(10);
        submit(1);
        awaitOutcomes(11);
        timer.turn(Duration.ofHours(1));
        assertThat(log.rooms().getFirst().first()).isEqualTo(11);
    }

    @Test
    void aBackupIsMadeAfterTheStartAndThenOnSchedule() throws Exception {
        Path backups = H2MessageLog.backups(folder);
        timer.turn(Duration.ofMinutes(1));
        assertThat(BackupFiles.newestFirst(backups)).hasSize(1);

        for (int i = 0; i < 5; i++) {
            clock.turn(Duration.ofHours(6));
            timer.turn(Duration.ofHours(6));
        }
        assertThat(log.count("backup")).isEqualTo(6);
        assertThat(BackupFiles.newestFirst(backups)).hasSize(3);
        assertThat(BackupFiles.time(BackupFiles.newestFirst(backups).getFirst()))
                .isEqualTo(Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    @Test
    void aFreshBackupIsNotMadeAgainAfterARestart() {
        timer.turn(Duration.ofMinutes(1));
        writer.close();
        clock.turn(Duration.ofHours(5));
        log = new TroubledLog(H2MessageLog.open(folder, clock).log());
        writer = writer(Durability.PROCESS);

        timer.turn(Duration.ofMinutes(1));
        assertThat(log.count("backup")).isZero();
        timer.turn(Duration.ofHours(6));
        assertThat(log.count("backup")).isPositive();
    }

    @Test
    void aFailedBackupIsToldAndTriedAgain() {
        log.noBackups.set(true);
        timer.turn(Duration.ofMinutes(1));
        log.noBackups.set(false);
        timer.turn(Duration.ofHours(6));

        await().untilAsserted(() -> assertThat(log.auditBefore(Long.MAX_VALUE, 10))
                .extracting(found -> found.event().type())
                .containsExactly(AuditType.BACKUP_FAILED, AuditType.BACKUP_DONE));
    }

    private final class States implements LogWriter.Listener {

        @Override
        public void storageFailed(String reason) {
            states.add("failed: " + reason);
        }

        @Override
        public void storageRecovered() {
            states.add("recovered");
        }
    }
}
