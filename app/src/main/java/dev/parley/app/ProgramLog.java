package dev.parley.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/// Where log lines go: warnings to standard error, without stack traces; a host also writes what it does to
/// `parley.log`. `PARLEY_LOG=debug` shows more. In code rather than XML, because that starts faster.
public final class ProgramLog extends ContextAwareBase implements Configurator {

    private static final String SCREEN = "screen";
    private static final int OLD_FILES = 3;

    /// Called by Logback when the first logger is made.
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        boolean debug = "debug".equalsIgnoreCase(System.getenv("PARLEY_LOG"));
        ConsoleAppender<ILoggingEvent> screen = new ConsoleAppender<>();
        screen.setContext(context);
        screen.setName(SCREEN);
        screen.setTarget("System.err");
        screen.setEncoder(encoder(context, debug ? "%d{HH:mm:ss.SSS} %-5level %logger{20}: %msg%n" : "%level: %msg%n%nopex"));
        ThresholdFilter atLeast = new ThresholdFilter();
        atLeast.setLevel(debug ? "DEBUG" : "WARN");
        atLeast.start();
        screen.addFilter(atLeast);
        screen.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(screen);
        context.getLogger("dev.parley").setLevel(debug ? Level.DEBUG : Level.INFO);
        for (String noisy : new String[] {"javax.jmdns", "io.netty"}) {
            context.getLogger(noisy).setLevel(debug ? Level.INFO : Level.ERROR);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /// From now on also writes to this file, which is made if missing: at most 1 MB, and three older ones.
    public static void toFile(Path file) throws IOException {
        OwnerFiles.create(file, new byte[0]); // only its owner may read it
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        RollingFileAppender<ILoggingEvent> out = new RollingFileAppender<>();
        FixedWindowRollingPolicy names = new FixedWindowRollingPolicy();
        names.setContext(context);
        names.setParent(out);
        names.setFileNamePattern(file + ".%i");
        names.setMaxIndex(OLD_FILES);
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("1MB"));
        out.setContext(context);
        out.setFile(file.toString());
        out.setEncoder(encoder(context, "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{20}: %msg%n"));
        out.setRollingPolicy(names);
        out.setTriggeringPolicy(size);
        names.start();
        size.start();
        out.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(out);
    }

    /// Keeps log lines off the screen, where they would run into a line that is being typed.
    public static void leaveScreen() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(SCREEN);
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, String pattern) {
        HarmlessLayout layout = new HarmlessLayout();
        layout.setContext(context);
        layout.setPattern(pattern);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }
}
