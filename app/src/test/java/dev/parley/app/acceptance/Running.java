package dev.parley.app.acceptance;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A process of the program, the lines that it has written, and its standard input. Closing kills it.
final class Running implements AutoCloseable {

    /// Far more than anything takes; a test that waits this long has failed.
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Writer input;
    private final Collected out;
    private final Collected err;
    private final List<Thread> readers;

    Running(Process process) {
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.out = new Collected();
        this.err = new Collected();
        this.readers = List.of(reader(process.getInputStream(), out), reader(process.getErrorStream(), err));
    }

    private static Thread reader(InputStream from, Collected to) {
        return Thread.ofVirtual().start(() -> to.readAll(from));
    }

    long pid() {
        return process.pid();
    }

    /// What the process has written to standard output so far, as JSON.
    List<JsonObject> events() {
        return out.all().stream().map(Running::parse).toList();
    }

    /// The events of that name so far.
    List<JsonObject> events(String name) {
        return events().stream().filter(named(name)).toList();
    }

    List<String> lines() {
        return out.all();
    }

    /// Everything on standard error so far.
    String errors() {
        return String.join("\n", err.all());
    }

    /// Waits for the first event of that name.
    JsonObject event(String name) {
        return event(named(name), "the event " + name);
    }

    JsonObject event(Predicate<JsonObject> wanted, String what) {
        return await(wanted, 1, what);
    }

    /// Waits until there are that many events of that name, and returns the last of them.
    JsonObject event(String name, int count) {
        return await(named(name), count, count + " times the event " + name);
    }

    private JsonObject await(Predicate<JsonObject> wanted, int count, String what) {
        return out.await(line -> wanted.test(parse(line)), count, PATIENCE)
                .map(Running::parse)
                .orElseThrow(() -> new AssertionError("waited in vain for " + what + ", " + this));
    }

    /// How many lines contain that text; cheaper than [#events] when there are many.
    int count(String text) {
        return out.count(line -> line.contains(text));
    }

    /// Waits until that many lines contain that text.
    void awaitCount(String text, int count) {
        if (out.await(line -> line.contains(text), count, PATIENCE).isEmpty()) {
            throw new AssertionError(
                    "waited in vain for " + count + " times " + text + ", there are " + count(text) + ", " + this);
        }
    }

    static Predicate<JsonObject> named(String name) {
        return event -> event.get("event").getAsString().equals(name);
    }

    private static JsonObject parse(String line) {
        try {
            return JsonParser.parseString(line).getAsJsonObject();
        } catch (IllegalStateException | com.google.gson.JsonParseException e) {
            throw new AssertionError("standard output has a line that is not a JSON object: " + line, e);
        }
    }

    /// Writes a line to standard input; blocks while the process does not read.
    void say(String line) {
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the process takes no input, " + this, e);
        }
    }

    void endInput() {
        try {
            input.close();
        } catch (IOException e) {
            // it has ended already
        }
    }

    /// Waits for the end of the process and of what it has written.
    ///
    /// @return its exit code
    int exit() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the process does not end, " + this);
            }
            for (Thread reader : readers) {
                reader.join();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Asks the process to end, as a system does that shuts down (SIGTERM).
    void terminate() {
        process.destroy();
    }

    /// Ends the process without a chance to do anything more (SIGKILL), and waits until it is gone.
    void kill() {
        process.destroyForcibly();
        exit();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        List<String> lines = out.all();
        return (process.isAlive() ? "running" : "exit " + process.exitValue())
                + "\nstandard error:\n" + errors()
                + "\nlast lines:\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
}
