package dev.parley.app.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the build made: where it is, and the command that runs it with the very options of the `parley` script.
final class Build {

    /// The module's folder is the working folder of the tests.
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path SCRIPT = Path.of("..", "parley");
    private static final Pattern FLAGS = Pattern.compile("flags=\"([^\"]*)\"");

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

    /// What the script gives to Java: its `flags`, the second time it sets them for Linux alone; and what the build has
    /// learnt about starting fast, if it could.
    private static List<String> options() {
        List<String> options = new ArrayList<>();
        Path learnt = TARGET.resolve("parley.aot");
        if (Files.exists(learnt)) {
            options.addAll(List.of("-XX:AOTCache=" + learnt, "-Xlog:disable", "-Xlog:all=error,aot*=off,cds*=off:stderr"));
        }
        boolean linux = System.getProperty("os.name").equals("Linux");
        List<String> flags = FLAGS.matcher(script()).results().map(found -> found.group(1)).toList();
        if (flags.isEmpty()) {
            throw new IllegalStateException("the script does not start Java as it used to");
        }
        flags.stream().limit(linux ? flags.size() : 1)
                .flatMap(some -> Stream.of(some.strip().split("\\s+")))
                .filter(word -> word.startsWith("-"))
                .forEach(options::add);
        return options;
    }

    private static String script() {
        try {
            return Files.readString(SCRIPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
