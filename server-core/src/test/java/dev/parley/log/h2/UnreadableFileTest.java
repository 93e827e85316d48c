package dev.parley.log.h2;

import static dev.parley.log.Samples.draft;
import static dev.parley.log.Samples.fill;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.log.AuditRecord;
import dev.parley.log.AuditType;
import dev.parley.log.LogException;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomId;
import dev.parley.log.RoomRecord;
import dev.parley.log.StorageException;
import dev.parley.log.TurnableClock;
import dev.parley.protocol.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableFileTest {

    private static final RoomId ROOM = new RoomId(1);

    private final TurnableClock clock = new TurnableClock();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    /// A log with 3,000 entries, of which the first 2,000 are in a backup.
    private Path prepare() {
        try (MessageLog log = H2MessageLog.open(folder, clock).log()) {
            RoomId room = room(log, "room");
            fill(log, room, 2_000);
            log.backup(H2MessageLog.backups(folder));
            fill(log, room, 1_000);
        }
        return folder.resolve("parley.mv.db");
    }

    @Test
    void anOverwrittenFileIsReplacedByTheBackupAndKept() throws IOException {
        Path file = prepare();
        Files.writeString(file, "this was a database once");

        OpenResult result = H2MessageLog.open(folder, clock);

        try (MessageLog log = result.log()) {
            OpenResult.Restored restored = (OpenResult.Restored) result;
            assertThat(restored.keptAside()).hasParent(folder).hasContent("this was a database once");
            assertThat(restored.keptAside().getFileName().toString()).startsWith("parley-unreadable-");
            assertThat(restored.backup()).exists();
            assertThat(log.range(ROOM, 1_999, 10)).extracting(Entry::seq).containsExactly(1_999L, 2_000L);
            assertThat(log.auditBefore(Long.MAX_VALUE, 10))
                    .extracting((AuditRecord r) -> r.event().type())
                    .containsExactly(AuditType.DATABASE_RESTORED);
            fill(log, ROOM, 1);
        }
        assertThat(H2MessageLog.open(folder, clock)).satisfies(again -> {
            assertThat(again).isInstanceOf(OpenResult.Opened.class);
            again.log().close();
        });
    }

    @Test
    void withoutABackupTheLogStartsEmpty() throws IOException {
        Path file = prepare();
        Files.writeString(file, "this was a database once");
        Files.writeString(
                H2MessageLog.backups(folder).resolve("parley-20991231-235959-000.zip"), "nor is this an archive");
        try (var backups = Files.list(H2MessageLog.backups(folder))) {
            for (Path backup : backups.toList()) {
                Files.writeString(backup, "broken too");
            }
        }

        OpenResult result = H2MessageLog.open(folder, clock);

        try (MessageLog log = result.log()) {
            assertThat(result).isInstanceOf(OpenResult.StartedEmpty.class);
            assertThat(((OpenResult.StartedEmpty) result).keptAside()).exists();
            assertThat(log.rooms()).isEmpty();
            fill(log, room(log, "new"), 1);
        }
    }

    @Test
    void aBrokenNewestBackupGivesWayToTheOneBefore() throws IOException {
        Path file = prepare();
        try (MessageLog log = H2MessageLog.open(folder, clock).log()) {
            clock.turn(Duration.ofHours(1));
            Path newest = log.backup(H2MessageLog.backups(folder));
            cut(newest, 0.6);
        }
        Files.writeString(file, "this was a database once");

        OpenResult result = H2MessageLog.open(folder, clock);

        try (MessageLog log = result.log()) {
            assertThat(result).isInstanceOf(OpenResult.Restored.class);
            assertThat(log.rooms()).extracting(RoomRecord::head).containsExactly(2_000L);
        }
    }

    @Test
    void whatCannotBeReadAsABackupGivesWayToo() throws IOException {
        Path file = prepare();
        Files.createDirectory(H2MessageLog.backups(folder).resolve("parley-20991231-235959-000.zip"));
        Files.writeString(file, "this was a database once");

        OpenResult result = H2MessageLog.open(folder, clock);

        try (MessageLog log = result.log()) {
            assertThat(result).isInstanceOf(OpenResult.Restored.class);
            assertThat(log.rooms()).extracting(RoomRecord::head).containsExactly(2_000L);
        }
    }

    @Test
    void aJournalThatCannotBeOpenedIsNoReasonToTakeTheBackup() throws IOException {
        prepare();
        Path journal = folder.resolve("parley-0.journal");
        Files.createDirectory(journal);

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> H2MessageLog.open(folder, clock));

        Files.delete(journal);
        OpenResult result = H2MessageLog.open(folder, clock);
        try (MessageLog log = result.log()) {
            assertThat(result).isInstanceOf(OpenResult.Opened.class);
            assertThat(log.rooms()).extracting(RoomRecord::head).containsExactly(3_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../outside.mv.db", "/tmp/parley-outside.mv.db", "C:\\outside.mv.db"})
    void anEntryOfABackupIsUnpackedInItsPlaceWhateverItIsCalled(String name) throws IOException {
        Path data = Files.createDirectories(folder.resolve("in").resolve("deep"));
        Path backup;
        try (MessageLog log = H2MessageLog.open(data, clock).log()) {
            fill(log, room(log, "room"), 10);
            backup = log.backup(H2MessageLog.backups(data));
        }
        Files.writeString(data.resolve("parley.mv.db"), "this was a database once");
        callEntry(backup, name);

        OpenResult result = H2MessageLog.open(data, clock);

        try (MessageLog log = result.log()) {
            assertThat(result).isInstanceOf(OpenResult.Restored.class);
            assertThat(log.rooms()).extracting(RoomRecord::head).containsExactly(10L);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all).noneMatch(path -> path.toString().contains("outside"));
        }
        assertThat(Path.of(name)).doesNotExist();
    }

    private static void callEntry(Path zip, String name) throws IOException {
        byte[] database;
        try (ZipFile archive = new ZipFile(zip.toFile());
                InputStream in = archive.getInputStream(archive.entries().nextElement())) {
            database = in.readAllBytes();
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(database);
        }
    }

    @Test
    void anEmptiedFileDoesNotPassForANewLog() throws IOException {
        Path file = prepare();
        cut(file, 0);

        OpenResult result = H2MessageLog.open(folder, clock);

        result.log().close();
        assertThat(result).isInstanceOf(OpenResult.Restored.class);
    }

    @Test
    void aRestoreThatWasInterruptedBetweenItsRenamesIsFinished() throws IOException {
        Path file = prepare();
        Files.move(file, folder.resolve("parley-restored.mv.db"));

        try (MessageLog log = H2MessageLog.open(folder, clock).log()) {
            assertThat(log.rooms()).extracting(RoomRecord::head).containsExactly(3_000L);
        }
        assertThat(folder.resolve("parley-restored.mv.db")).doesNotExist();
    }

    @Test
    void anUnfinishedCopyOfABackupIsNeverUsed() throws IOException {
        prepare();
        Files.writeString(folder.resolve("parley-restored.mv.db"), "half of it");

        try (MessageLog log = H2MessageLog.open(folder, clock).log()) {
            assertThat(log.rooms()).extracting(RoomRecord::head).containsExactly(3_000L);
        }
        assertThat(folder.resolve("parley-restored.mv.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99})
    void aTruncatedFileNeverStopsTheHost(double part) throws IOException {
        Path file = prepare();
        cut(file, part);

        startsAndWorks();
    }

    @Test
    void randomBytesAtTheStartNeverStopTheHost() throws IOException {
        Path file = prepare();
        for (long seed = 0; seed < 4; seed++) {
            scribble(file, 0, seed % 2 == 0 ? 8_192 : 100_000, seed);
            startsAndWorks();
        }
    }

    @Test
    void randomBytesInTheMiddleNeverStopTheHost() throws IOException {
        Path file = prepare();
        Random random = new Random(42);
        for (long seed = 0; seed < 12; seed++) {
            long size = Files.size(file);
            scribble(file, (long) (size * random.nextDouble() * 0.9), 4_096, seed);
            startsAndWorks();
        }
    }

    /// Opens, reads everything that is there, and stores something. What cannot be read is an error in words, not a
    /// surprise.
    private void startsAndWorks() {
        try (MessageLog log = H2MessageLog.open(folder, clock).log()) {
            RoomId room = log.rooms().isEmpty() ? room(log, "new") : log.rooms().getFirst().id();
            long head = log.rooms().getFirst().head();
            for (long from = 1; from <= head; from += 500) {
                List<Entry> page = pageOrNothing(log, room, from);
                for (int i = 0; i < page.size(); i++) {
                    assertThat(page.get(i).seq()).isEqualTo(from + i);
                }
            }
            try {
                assertThat(log.append(List.of(draft(room, "after"))).getFirst().entry().seq()).isEqualTo(head + 1);
            } catch (LogException e) {
                assertThat(e.text()).contains("damaged");
            }
        }
        clock.turn(Duration.ofHours(1));
    }

    private static List<Entry> pageOrNothing(MessageLog log, RoomId room, long from) {
        try {
            return log.range(room, from, 500);
        } catch (LogException e) {
            assertThat(e.text()).containsAnyOf("damaged", "disk");
            return List.of();
        }
    }

    private static void cut(Path file, double part) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength((long) (open.length() * part));
        }
    }

    private static void scribble(Path file, long position, int length, long seed) throws IOException {
        byte[] noise = new byte[length];
        new Random(seed).nextBytes(noise);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(position);
            open.write(noise, 0, (int) Math.min(length, Math.max(0, open.length() - position)));
        }
    }
}
