package dev.parley.log.h2;

import static dev.parley.log.Samples.draft;
import static dev.parley.log.Samples.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.Figures;
import dev.parley.log.Appended;
import dev.parley.log.Durability;
import dev.parley.log.LogSettings;
import dev.parley.log.LogWriter;
import dev.parley.log.MessageLog;
import dev.parley.log.Outcome;
import dev.parley.log.Refused;
import dev.parley.log.RoomId;
import dev.parley.log.StorageException;
import dev.parley.log.TurnableClock;
import dev.parley.protocol.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All parts together, with their own threads and timers, on a disk that fills up and empties again.
class WriterOnFullDiskTest {

    private static final String FULL = Failure.DISK_FULL;
    private static final String AGAIN = "recovered";
    private static final Duration READ_ONLY_IN = Duration.ofSeconds(1);
    private static final Duration RESUMES_IN = Duration.ofSeconds(5);

    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> states = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void register() {
        FaultyDisk.register();
    }

    @AfterEach
    void stop() {
        FaultyDisk.heal();
        loop.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"PROCESS,1", "PROCESS,7", "PROCESS,30", "POWER,1", "POWER,8", "POWER,31"})
    void acknowledgedMeansStoredAndTheRoomComesBack(Durability durability, int space, @TempDir Path folder) throws InterruptedException {
        TurnableClock clock = new TurnableClock();
        MessageLog log = H2MessageLog.open(folder, FaultyDisk.PREFIX, clock).log();
        RoomId room = room(log, "room");
        Duration often = Duration.ofMillis(20);
        LogSettings settings = new LogSettings(
                durability, often, often, Duration.ofHours(1), Duration.ZERO, folder.resolve("backups"), 1);
        try (LogWriter writer = new LogWriter(log, loop, new States(), settings, clock)) {
            Thread reader = Thread.ofPlatform().start(() -> readUntilInterrupted(log, room));
            for (int round = 0; round < 3; round++) {
                int before = states.size();
                FaultyDisk.fullAfter(space);
                await().pollInterval(Duration.ofMillis(2)).until(() -> {
                    writer.submit(draft(room, "text"), outcomes::add);
                    return states.size() > before;
                });
                FaultyDisk.heal();
                await().until(() -> states.size() > before + 1);
            }
            reader.interrupt();
            reader.join();
        }
        loop.close();

        assertThat(states).containsExactly(FULL, AGAIN, FULL, AGAIN, FULL, AGAIN);
        assertThat(outcomes).hasAtLeastOneElementOfType(Refused.class);
        List<Entry> acknowledged = outcomes.stream()
                .filter(Appended.Stored.class::isInstance)
                .map(outcome -> ((Appended.Stored) outcome).entry())
                .toList();
        OpenResult again = H2MessageLog.open(folder, clock);
        assertThat(again).isInstanceOf(OpenResult.Opened.class);
        try (MessageLog reopened = again.log()) {
            for (Entry entry : acknowledged) {
                assertThat(reopened.find(room, entry.id())).contains(entry);
            }
            List<Entry> all = reopened.range(room, 1, 500);
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).seq()).isEqualTo(i + 1L);
            }
        }
    }

    /// With the times that a host has; 1 s and 5 s are promised.
    @Test
    void aRoomIsReadOnlyAtOnceAndResumesSoonAfterThereIsSpaceAgain(@TempDir Path folder, TestReporter reporter) {
        TurnableClock clock = new TurnableClock();
        MessageLog log = H2MessageLog.open(folder, FaultyDisk.PREFIX, clock).log();
        RoomId room = room(log, "room");
        try (LogWriter writer = new LogWriter(log, loop, new States(), LogSettings.standard(folder.resolve("backups")), clock)) {
            writer.submit(draft(room, "before"), outcomes::add);
            await().until(() -> outcomes.size() == 1);
            FaultyDisk.fullAfter(0);
            long full = System.nanoTime();
            writer.submit(draft(room, "does not fit"), outcomes::add);
            await().atMost(READ_ONLY_IN).pollInterval(Duration.ofMillis(1)).until(() -> states.size() == 1);
            Figures.report(reporter, "disk full: read-only after", millisSince(full));
            FaultyDisk.heal();
            long healed = System.nanoTime();
            await().atMost(RESUMES_IN).pollInterval(Duration.ofMillis(1)).until(() -> states.size() == 2);
            Figures.report(reporter, "disk full: resumed after", millisSince(healed));
            writer.submit(draft(room, "fits"), outcomes::add);
            await().until(() -> outcomes.size() == 3);
        }
        assertThat(states).containsExactly(FULL, AGAIN);
        assertThat(outcomes.get(1)).isInstanceOf(Refused.class);
        assertThat(outcomes.get(2)).isInstanceOf(Appended.Stored.class);
    }

    private static String millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000 + " ms";
    }

    /// History is asked for all the time, in the moment of the failure too.
    private static void readUntilInterrupted(MessageLog log, RoomId room) {
        while (!Thread.interrupted()) {
            try {
                log.range(room, 1, 100);
            } catch (StorageException e) {
                // the file was exchanged twice in the meantime
            }
        }
    }

    private final class States implements LogWriter.Listener {

        @Override
        public void storageFailed(String reason) {
            states.add(reason);
        }

        @Override
        public void storageRecovered() {
            states.add(AGAIN);
        }
    }
}
