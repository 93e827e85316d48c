package dev.parley.log;

import static dev.parley.log.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.log.h2.H2MessageLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A writer over a real log in a fresh folder, with a timer that the test turns and notes of everything it said.
@SuppressWarnings("NullAway.Init") // set by JUnit and before each test
abstract class WriterFixture {

    static final Duration SYNC = Duration.ofMillis(200);

    @TempDir
    Path folder;

    final TurnableClock clock = new TurnableClock();
    final HandTimer timer = new HandTimer();
    final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    final List<String> states = new CopyOnWriteArrayList<>();
    final List<Integer> tasks = new CopyOnWriteArrayList<>(); // outcomes of each task that had some
    final ExecutorService loop = Executors.newSingleThreadExecutor();

    TroubledLog log;
    LogWriter writer;
    RoomId room;

    @BeforeEach
    void start() {
        log = new TroubledLog(H2MessageLog.open(folder, clock).log());
        room = Samples.room(log, "room");
        writer = writer(Durability.PROCESS);
    }

    @AfterEach
    void stop() {
        log.mayAppend.release();
        writer.close();
        loop.shutdownNow();
    }

    LogWriter writer(Durability durability) {
        Executor deliver = task -> loop.execute(() -> {
            int before = outcomes.size();
            task.run();
            if (outcomes.size() > before) {
                tasks.add(outcomes.size() - before);
            }
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

    void submit(int count) {
        IntStream.range(0, count).forEach(i -> writer.submit(draft(room, "text " + i), outcomes::add));
    }

    void awaitOutcomes(int count) {
        await().until(() -> outcomes.size() >= count);
        assertThat(outcomes).hasSize(count);
    }

    /// Lets the writer's thread wait inside its next append.
    void holdAppends() {
        log.mayAppend.drainPermits();
        submit(1);
        log.appending.acquireUninterruptibly();
        log.appending.drainPermits();
    }

    void letAppendsGo() {
        log.mayAppend.release();
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
