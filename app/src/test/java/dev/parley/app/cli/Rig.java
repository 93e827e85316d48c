package dev.parley.app.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.parley.app.DataFolder;
import dev.parley.app.Texts;
import dev.parley.app.session.FakeLookout;
import dev.parley.app.session.FakeRoomClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Runs commands against a host and a network that exist only in the test, and keeps what they write.
final class Rig {

    final FakeRoomClient.Host host;
    final FakeLookout lookout = new FakeLookout();
    final Map<String, String> environment = new HashMap<>();
    final Deque<String> answers = new ArrayDeque<>();
    final List<String> questions = new ArrayList<>();
    final DataFolder folder;
    String input = "";
    boolean terminal;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Rig(Path folder, FakeRoomClient.Host host) {
        this.folder = new DataFolder(folder);
        this.host = host;
        lookout.with(host.room.value(), "Ana", FakeRoomClient.HOST.toString(), 7420, host.password != null);
    }

    int run(String... args) {
        out.reset();
        err.reset();
        return new CommandLineApp(surroundings(), WindowOpener.NONE).run(args);
    }

    Surroundings surroundings() {
        return new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                new Scripted(),
                environment,
                folder,
                "kenta",
                "1.2.3",
                host::connect,
                lookout,
                Clock.systemUTC(),
                ZoneOffset.UTC,
                Locale.ENGLISH,
                new Texts(Locale.ENGLISH),
                new SecureRandom());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// Every line of standard output as an object; fails if one is not.
    List<JsonObject> json() {
        return out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }

    List<String> events() {
        return json().stream().map(o -> o.get("event").getAsString()).toList();
    }

    JsonObject event(String name) {
        return json().stream().filter(o -> o.get("event").getAsString().equals(name)).findFirst().orElseThrow();
    }

    private final class Scripted implements Prompt {
        @Override
        public boolean isTerminal() {
            return terminal;
        }

        @Override
        public Optional<String> line(String question) {
            questions.add(question);
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<char[]> secret(String question) {
            return line(question).map(String::toCharArray);
        }
    }
}
