package dev.parley.log.h2;

import static dev.parley.log.Samples.draft;
import static dev.parley.log.Samples.drafts;
import static dev.parley.log.Samples.fill;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.log.Appended;
import dev.parley.log.AuditType;
import dev.parley.log.Draft;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomId;
import dev.parley.log.TurnableClock;
import dev.parley.protocol.Entry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is in the folder at any moment is what the next start finds after a kill: so the folder is copied while the log is
/// open, and the copy opened.
class JournalTest {

    private static final int STEPS = 150;

    private final TurnableClock clock = new TurnableClock();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path parent;

    private Path folder() {
        return parent.resolve("original");
    }

    @Test
    void aCopyOfTheFolderAtAnyMomentHoldsWhatWasAcknowledged() throws IOException {
        Random random = new Random(7);
        Map<RoomId, List<Entry>> acknowledged = new HashMap<>();
        try (MessageLog log = H2MessageLog.open(folder(), clock).log()) {
            List<RoomId> rooms = List.of(room(log, "one"), room(log, "two"), room(log, "three"));
            for (int step = 0; step < STEPS; step++) {
                List<Draft> batch = new ArrayList<>();
                for (int i = random.nextInt(5); i >= 0; i--) {
                    batch.add(draft(rooms.get(random.nextInt(rooms.size())), "x".repeat(random.nextInt(3_000))));
                }
                List<Appended> results = log.append(batch);
                for (int i = 0; i < batch.size(); i++) {
                    acknowledged
                            .computeIfAbsent(batch.get(i).room(), room -> new ArrayList<>())
                            .add(results.get(i).entry());
                }
                switch (random.nextInt(8)) {
                    case 0 -> log.tidy();
                    case 1 -> log.sync();
                    case 2 -> room(log, "room " + step);
                    default -> {}
                }
                assertThat(inCopy(acknowledged)).as("after step %d", step).isEqualTo(acknowledged);
            }
        }
        assertThat(Journal.paths(file(folder()))).as("nothing is left after closing").noneMatch(Files::exists);
        assertThat(inCopy(acknowledged)).isEqualTo(acknowledged);
    }

    @Test
    void aBatchThatWasNotWrittenWhollyIsNoTrouble() throws IOException {
        try (MessageLog log = H2MessageLog.open(folder(), clock).log()) {
            RoomId room = room(log, "room");
            List<Entry> first = entries(log.append(drafts(room, 3)));
            log.append(drafts(room, 4));
            Path copy = copy();
            Path journal = Journal.paths(file(copy)).getFirst();
            try (RandomAccessFile cut = new RandomAccessFile(journal.toFile(), "rw")) {
                cut.setLength(cut.length() - 1);
            }

            try (MessageLog again = H2MessageLog.open(copy, clock).log()) {
                assertThat(again.range(room, 1, 100)).isEqualTo(first);
                assertThat(entries(again.append(drafts(room, 1)))).extracting(Entry::seq).containsExactly(4L);
            }
            try (MessageLog again = H2MessageLog.open(copy, clock).log()) {
                assertThat(again.range(room, 1, 100)).hasSize(4);
            }
        }
    }

    @Test
    void aFileOfWhichAPowerCutLeftOnlyTheLengthIsNoReasonToDropTheOther() throws IOException {
        try (MessageLog log = H2MessageLog.open(folder(), clock).log()) {
            RoomId room = room(log, "room");
            fill(log, room, 5);
            Path copy = copy();
            Files.write(copy.resolve("parley-1.journal"), new byte[500]);

            try (MessageLog again = H2MessageLog.open(copy, clock).log()) {
                assertThat(again.range(room, 1, 100)).hasSize(5);
                fill(again, room, 1);
            }
        }
    }

    @Test
    void theJournalOfAnotherLogIsKeptAsideAndNotRead() throws IOException {
        Path stranger = parent.resolve("stranger");
        try (MessageLog log = H2MessageLog.open(folder(), clock).log();
                MessageLog other = H2MessageLog.open(stranger, clock).log()) {
            fill(log, room(log, "room"), 5);
            RoomId room = room(other, "other room");
            Path copy = copy();
            Path target = parent.resolve("target");
            Files.createDirectories(target);
            other.sync();
            Files.copy(stranger.resolve("parley.mv.db"), target.resolve("parley.mv.db"));
            Files.copy(copy.resolve("parley-0.journal"), target.resolve("parley-0.journal"));

            try (MessageLog mixed = H2MessageLog.open(target, clock).log()) {
                assertThat(mixed.range(room, 1, 100)).isEmpty();
                assertKeptAside(target, mixed);
                fill(mixed, room, 1);
            }
        }
    }

    @Test
    void entriesThatDoNotContinueAnOlderDatabaseAreKeptAside() throws IOException {
        try (MessageLog log = H2MessageLog.open(folder(), clock).log()) {
            RoomId room = room(log, "room");
            fill(log, room, 5);
            log.tidy();
            log.sync();
            Path old = parent.resolve("old.mv.db");
            Files.copy(folder().resolve("parley.mv.db"), old);
            fill(log, room, 5);
            log.tidy();
            log.sync();
            fill(log, room, 5);
            Path copy = copy();
            Files.copy(old, copy.resolve("parley.mv.db"), StandardCopyOption.REPLACE_EXISTING);

            try (MessageLog restored = H2MessageLog.open(copy, clock).log()) {
                assertThat(restored.range(room, 1, 100)).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
                assertKeptAside(copy, restored);
            }
        }
    }

    private static void assertKeptAside(Path folder, MessageLog log) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("parley-unreadable-") && name.endsWith(".journal"));
        }
        assertThat(log.auditBefore(Long.MAX_VALUE, 10))
                .extracting(record -> record.event().type())
                .contains(AuditType.DATABASE_RESTORED);
    }

    private Map<RoomId, List<Entry>> inCopy(Map<RoomId, List<Entry>> expected) throws IOException {
        Map<RoomId, List<Entry>> found = new HashMap<>();
        try (MessageLog copy = H2MessageLog.open(copy(), clock).log()) {
            for (RoomId room : expected.keySet()) {
                List<Entry> all = new ArrayList<>();
                while (all.size() < copy.rooms().get(room.value() - 1).head()) {
                    all.addAll(copy.range(room, all.size() + 1L, 500));
                }
                found.put(room, all);
            }
        }
        return found;
    }

    private Path copy() throws IOException {
        return FolderCopy.of(folder(), parent.resolve("copy"));
    }

    private static DatabaseFile file(Path folder) {
        return new DatabaseFile(folder, "parley", DatabaseFile.DISK);
    }

    private static List<Entry> entries(List<Appended> results) {
        return results.stream().map(Appended::entry).toList();
    }
}
