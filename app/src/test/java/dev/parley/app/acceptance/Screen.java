package dev.parley.app.acceptance;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A process on a pseudo terminal, which the tool `script` of util-linux makes. What is typed and what is waited for
/// are in order: each wait begins where the one before it ended.
final class Screen implements AutoCloseable {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    /// Colours, cursor movements and titles.
    private static final Pattern CONTROLS = Pattern.compile("\u001b(\\[[0-9;?<>=]*[ -/]*[@-~]|\\][^\u0007]*\u0007|[()][0-9A-Z]|[=>78M])");

    private final Process process;
    private final Writer keys;
    private final StringBuilder shown = new StringBuilder();
    private int seen;

    private Screen(Process process) {
        this.process = process;
        this.keys = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::read);
    }

    static boolean isPossible() {
        return Files.isExecutable(SCRIPT);
    }

    static Screen of(List<String> command, Map<String, String> environment) {
        String quoted = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        ProcessBuilder builder = new ProcessBuilder(
                SCRIPT.toString(), "-qfec", "stty cols 120 rows 40; exec " + quoted, "/dev/null");
        builder.redirectErrorStream(true);
        builder.environment().remove("PARLEY_PASSWORD");
        builder.environment().putAll(Map.of("TERM", "xterm", "LC_ALL", "C.UTF-8", "SHELL", "/bin/sh"));
        builder.environment().putAll(Build.environment());
        builder.environment().putAll(environment);
        try {
            return new Screen(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (Reader in = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int c = in.read(); c >= 0; c = in.read()) {
                synchronized (this) {
                    shown.append((char) c);
                    notifyAll();
                }
            }
        } catch (IOException e) {
            // the process has ended
        }
    }

    /// Presses keys.
    void type(String text) {
        try {
            keys.write(text);
            keys.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until that text is shown, after what was waited for before.
    synchronized Screen await(String text) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            String plain = CONTROLS.matcher(shown).replaceAll("");
            int at = plain.indexOf(text, Math.min(seen, plain.length()));
            if (at >= 0) {
                seen = at + text.length();
                return this;
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("the screen does not show \"" + text + "\" after " + seen + " of:\n" + plain);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// All that has come out, controls included.
    synchronized String everything() {
        return shown.toString();
    }

    int exit() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the program on the terminal does not end:\n" + shown);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
