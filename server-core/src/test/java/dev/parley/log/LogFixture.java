package dev.parley.log;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A log in a fresh folder. [#open] is called again on the same folder to see what stayed.
public abstract class LogFixture {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    protected final TurnableClock clock = new TurnableClock();

    @SuppressWarnings("NullAway.Init") // set before each test
    protected MessageLog log;

    protected abstract MessageLog open(Path folder, TurnableClock clock);

    @BeforeEach
    void start() {
        log = open(folder, clock);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    protected final void restart() {
        log.close();
        log = open(folder, clock);
    }
}
