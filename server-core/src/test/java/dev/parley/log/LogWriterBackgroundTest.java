package dev.parley.log;

import static dev.parley.log.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.log.h2.H2MessageLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogWriterBackgroundTest extends WriterFixture {

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
        assertThat(timer.waiting()).isEqualTo(others + 2); // sync and tidy

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
}
