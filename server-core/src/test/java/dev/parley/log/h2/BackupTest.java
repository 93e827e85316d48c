package dev.parley.log.h2;

import static dev.parley.log.Samples.draft;
import static dev.parley.log.Samples.fill;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.log.BackupException;
import dev.parley.log.BackupFiles;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomId;
import dev.parley.log.RoomRecord;
import dev.parley.log.TurnableClock;
import dev.parley.protocol.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set by JUnit and before each test
class BackupTest {

    private final TurnableClock clock = new TurnableClock();

    @TempDir
    Path folder;

    private MessageLog log;
    private Path backups;

    @BeforeEach
    void start() {
        log = H2MessageLog.open(folder, clock).log();
        backups = H2MessageLog.backups(folder);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void aBackupIsCompleteAndLeavesNothingElse() throws IOException {
        RoomId room = room(log, "room");
        fill(log, room, 2_500);

        Path backup = log.backup(backups);

        assertThat(BackupFiles.newestFirst(backups)).containsExactly(backup);
        assertThat(backups.toFile().list()).hasSize(1);
        assertThat(BackupFiles.time(backup)).hasValueSatisfying(at ->
                assertThat(at.toEpochMilli()).isEqualTo(clock.millis()));
        DatabaseFile copy = unpacked(backup);
        assertThat(Inspection.of(copy, log.rooms())).isEmpty();
        try (Database database = Database.open(copy, DatabaseFile.Mode.READ_ONLY)) {
            List<Entry> entries = Entries.range(database.writer(), room, 1, 2_500);
            assertThat(entries).hasSize(2_500);
        }
    }

    @Test
    void twoBackupsInTheSameMomentAreTwoFiles() throws IOException {
        log.backup(backups);
        log.backup(backups);

        assertThat(BackupFiles.newestFirst(backups)).hasSize(2);
    }

    @Test
    void aBackupMadeWhileTheClockWasAheadIsNotTheNewestForEver() throws IOException {
        clock.turn(Duration.ofDays(365));
        Path ahead = log.backup(backups);
        clock.turn(Duration.ofDays(-365));
        Path now = log.backup(backups);

        assertThat(BackupFiles.newestFirst(backups)).containsExactly(now, ahead);
        BackupFiles.prune(backups, 1);
        assertThat(now).exists();
    }

    @Test
    void aBackupWhileMessagesComeInIsGood() throws InterruptedException {
        RoomId room = room(log, "room");
        fill(log, room, 1_000);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong stored = new AtomicLong();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!stop.get()) {
                log.append(List.of(draft(room, "meanwhile")));
                stored.incrementAndGet();
            }
        });

        for (int i = 0; i < 3; i++) {
            Path backup = log.backup(backups);
            assertThat(backup).exists();
        }
        stop.set(true);
        writer.join();

        assertThat(log.rooms()).extracting(RoomRecord::head).containsExactly(1_000 + stored.get());
    }

    @Test
    void inspectionSeesAHoleAMissingRoomAndAMissingEnd() throws IOException {
        RoomId room = room(log, "room");
        RoomId other = room(log, "other");
        fill(log, room, 50);
        fill(log, other, 50);
        DatabaseFile copy = unpacked(log.backup(backups));
        assertThat(Inspection.of(copy, log.rooms())).isEmpty();

        fill(log, room, 1);
        assertThat(Inspection.of(copy, log.rooms())).isEqualTo(Optional.of("room 1 is not complete"));
        spoil(copy, "DELETE FROM entry WHERE room = 2 AND seq = 25");
        assertThat(Inspection.of(copy, List.of())).isEqualTo(Optional.of("room 2 has gaps"));
        spoil(copy, "DELETE FROM entry WHERE room = 2 AND seq = 1");
        assertThat(Inspection.of(copy, List.of()).orElseThrow()).contains("does not start");
        spoil(copy, "DELETE FROM room WHERE id = 2");
        assertThat(Inspection.of(copy, List.of())).isEqualTo(Optional.of("entries without a room"));
        spoil(copy, "DROP TABLE entry");
        assertThat(Inspection.of(copy, List.of())).isPresent();
        Files.writeString(copy.path(), "not a database");
        assertThat(Inspection.of(copy, List.of())).isPresent();
    }

    @Test
    void aFolderThatCannotBeWrittenGivesAReasonAndTheLogGoesOn() throws IOException {
        RoomId room = room(log, "room");
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(BackupException.class).isThrownBy(() -> log.backup(file.resolve("backups")));

        fill(log, room, 1);
        assertThat(log.backup(backups)).exists();
    }

    private DatabaseFile unpacked(Path backup) throws IOException {
        DatabaseFile copy = new DatabaseFile(folder.resolve("copies"), "copy", DatabaseFile.DISK);
        Files.createDirectories(copy.folder());
        assertThat(Archive.unpack(backup, copy.path())).isTrue();
        return copy;
    }

    private static void spoil(DatabaseFile copy, String sql) {
        try (Database database = Database.open(copy, DatabaseFile.Mode.READ_WRITE)) {
            database.writer().execute(sql);
        }
    }
}
