package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Strangers' words in the program's own log.
class ProgramLogTest {

    private static final String OWN_LINE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z .*";
    private static final String HOSTILE = "\u001b[2J\u001b]0;title\u0007 \u202egpj.exe \u009b1A\rover\u2028\n"
            + "2026-01-01T00:00:00.000Z INFO  dev.parley: all is well";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final org.slf4j.Logger log = LoggerFactory.getLogger("dev.parley.app.test");
    private List<Appender<ILoggingEvent>> before = List.of();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void open() throws IOException {
        before = appenders();
        ProgramLog.toFile(file());
    }

    @AfterEach
    void close() {
        for (Appender<ILoggingEvent> one : appenders()) {
            if (!before.contains(one)) {
                root.detachAppender(one);
                one.stop();
            }
        }
    }

    private Path file() {
        return folder.resolve("parley.log");
    }

    private List<Appender<ILoggingEvent>> appenders() {
        List<Appender<ILoggingEvent>> all = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(all::add);
        return all;
    }

    @Test
    void theyCommandNoTerminalAndForgeNoLine() throws IOException {
        log.info("somebody said {}", HOSTILE, new IOException(HOSTILE, new IllegalStateException(HOSTILE)));
        log.info("the next");
        List<String> lines = Files.readAllLines(file());
        assertThat(String.join("", lines)).contains("\u241b[2J", "gpj.exe", "Caused by").matches(text ->
                text.codePoints().allMatch(c -> c == '\t' || (!Character.isISOControl(c) && c != 0x202E && c != 0x2028)));
        assertThat(lines).filteredOn(line -> !line.startsWith("\t")).allMatch(line -> line.matches(OWN_LINE))
                .noneMatch(line -> line.startsWith("2026-01-01"));
        assertThat(lines).filteredOn(line -> line.contains(log.getName() + ":")).hasSize(2).satisfies(own -> {
            assertThat(own.getFirst()).contains("somebody said");
            assertThat(own.getLast()).endsWith("the next");
        });
    }

    @Test
    void stackTracesKeepTheirShape() throws IOException {
        log.info("it failed", new IOException("why"));
        assertThat(Files.readString(file())).containsSubsequence("it failed", "\n\tjava.io.IOException: why", "\n\tat " + ProgramLogTest.class.getName());
    }
}
