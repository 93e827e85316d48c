package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Listens to what the program logs while it is open.
final class ErrorWatch implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    ErrorWatch() {
        appender.start();
        root.addAppender(appender);
    }

    void assertNoErrors() {
        assertThat(List.copyOf(appender.list).stream().filter(ErrorWatch::unexpected)
                .map(e -> e.getFormattedMessage() + " " + (e.getThrowableProxy() == null ? "" : e.getThrowableProxy().getMessage())))
                .isEmpty();
    }

    /// Netty tells of exceptions in our own tasks as warnings.
    private static boolean unexpected(ILoggingEvent event) {
        return event.getLevel().isGreaterOrEqual(Level.ERROR)
                || (event.getLevel().isGreaterOrEqual(Level.WARN) && event.getLoggerName().startsWith("io.netty"));
    }

    @Override
    public void close() {
        root.detachAppender(appender);
    }
}
