package dev.parley.app.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How to start the program: with which data folder and environment, and in which network.
///
/// @param data folder for `--data`
/// @param environment added to that of the tests, without its `PARLEY_PASSWORD`
/// @param prefix command that goes before `java`
record Parley(Path data, Map<String, String> environment, List<String> prefix) {

    private static final String PASSWORD = "PARLEY_PASSWORD";

    static Parley on(Path data) {
        return new Parley(data, Map.of(), List.of());
    }

    Parley password(String password) {
        return with(PASSWORD, password);
    }

    Parley with(String variable, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(variable, value);
        return new Parley(data, Map.copyOf(all), prefix);
    }

    /// The same in a network namespace of Linux.
    Parley in(String namespace) {
        return new Parley(data, environment, List.of("ip", "netns", "exec", namespace));
    }

    /// Starts a command that speaks JSON.
    Running start(String... args) {
        return new Running(process(json(args)));
    }

    /// Starts a command that speaks JSON and waits until it has ended by itself; its standard input is empty.
    Running run(String... args) {
        Running running = start(args);
        running.endInput();
        running.exit();
        return running;
    }

    /// Runs exactly these arguments to their end; the data folder is in none of them.
    Running runBare(String... args) {
        Running running = new Running(process(List.of(args)));
        running.endInput();
        running.exit();
        return running;
    }

    /// Starts a command for a person, on a pseudo terminal.
    Screen onTerminal(String... args) {
        List<String> words = new ArrayList<>(Build.command());
        words.addAll(List.of("--data", data.toString()));
        words.addAll(List.of(args));
        return Screen.of(words, environment);
    }

    private List<String> json(String... args) {
        List<String> all = new ArrayList<>(List.of("--json", "--data", data.toString()));
        all.addAll(List.of(args));
        return all;
    }

    private Process process(List<String> args) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(Build.command());
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove(PASSWORD);
        builder.environment().remove("DISPLAY"); // a start without a command would show the window
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(Build.environment());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
