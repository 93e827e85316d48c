package dev.parley.app.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.Stream;

/// What the build made: where it is, and the command that runs it with the very options of the `parley` script.
final class Build {

    /// The module's folder is the working folder of the tests.
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path SCRIPT = Path.of("..", "parley");
    /// As in `export NAME="${NAME:-value}"`.
    private static final Pattern EXPORTED = Pattern.compile("(?m)^export ([A-Z_]+)=\"\\$\\{[A-Z_]+:-([^}]*)}\"$");

    private Build() {}

    /// Java and its options, up to the name of the main class.
    static List<String> command() {
        requireOneVersionOfEachLibrary();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Files.exists(TARGET.resolve("parley.aot"))) {
            command.add("-XX:AOTCache=" + TARGET.resolve("parley.aot"));
        }
        command.addAll(options());
        command.add("-cp");
        command.add(TARGET.resolve("parley.jar") + File.pathSeparator + TARGET.resolve("lib") + File.separator + "*");
        command.add("dev.parley.app.Main");
        return command;
    }

    /// What an earlier build left behind is on the class path too, and may win: not the program that is to be tested.
    private static void requireOneVersionOfEachLibrary() {
        try (Stream<Path> jars = Files.list(TARGET.resolve("lib"))) {
            List<String> twice = jars.map(jar -> jar.getFileName().toString())
                    .collect(Collectors.groupingBy(jar -> jar.replaceFirst("-[0-9][^-]*(\\.Final)?", "")))
                    .values().stream().filter(same -> same.size() > 1).flatMap(List::stream).toList();
            if (!twice.isEmpty()) {
                throw new IllegalStateException("libraries of an earlier build: run mvn clean verify; " + twice);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the script gives to Java: its `flags`, and what stands in the line that starts Java.
    private static List<String> options() {
        List<String> options = new ArrayList<>();
        String script = script();
        words(script, "exec \"$java_home/bin/java\"", "-cp ").forEach(options::add);
        words(script, "\nflags=\"", "\"\n").forEach(options::add);
        if (options.stream().noneMatch(option -> option.startsWith("-Xmx"))) {
            throw new IllegalStateException("the script does not start Java as it used to");
        }
        return options;
    }

    private static Stream<String> words(String script, String from, String to) {
        int start = script.lastIndexOf(from);
        int end = start < 0 ? -1 : script.indexOf(to, start + from.length());
        return end < 0 ? Stream.empty() : Stream.of(script.substring(start + from.length(), end).split("\\s+"))
                .filter(word -> word.startsWith("-") && !word.contains("$"));
    }

    /// What the script puts into the environment of Java.
    static Map<String, String> environment() {
        return EXPORTED.matcher(script()).results().collect(Collectors.toMap(v -> v.group(1), v -> v.group(2)));
    }

    private static String script() {
        try {
            return Files.readString(SCRIPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
