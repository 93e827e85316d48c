package dev.parley.app.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Runs Jazzer, a fuzzer that is guided by coverage, on one target in a process of its own with a small heap.
final class Fuzzing {

    private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs");

    /// It takes what the other tests leave of the processor.
    private static final List<String> LATER = System.getProperty("os.name", "").startsWith("Windows") ? List.of() : List.of("nice", "-n", "10");

    /// The first input loads classes, and the others come first; what hangs, hangs longer.
    private static final int SECONDS_PER_INPUT = 20;

    private final Class<?> target;
    private final Path folder;

    /// @param folder for what is found on the way
    Fuzzing(Class<?> target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /// @param inputs how many were tried
    /// @param said the end of what the fuzzer wrote
    record Result(int exitCode, long inputs, String said) {}

    /// Hunts for that long, then tries everything interesting again with a heap of 64 MB, which the hunter itself does not fit
    /// into. An input that does harm is kept in `target/fuzz`; it belongs into the corpus once it does none any more.
    Result run(Duration time) throws IOException {
        Result hunt = jazzer("400m", "--instrumentation_includes=dev.parley.**:com.google.gson.**", "--custom_hook_excludes=**",
                "-seed=7420", "-max_total_time=" + time.toSeconds());
        return hunt.exitCode() != 0 ? hunt : new Result(jazzer("64m", "--hooks=false", "-runs=0").exitCode(), hunt.inputs(), hunt.said());
    }

    private Result jazzer(String heap, String... options) throws IOException {
        Path harmful = Files.createDirectories(Path.of("target", "fuzz")).resolve(target.getSimpleName() + "-");
        List<String> command = new ArrayList<>(LATER);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx" + heap, "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", classPath(),
                "com.code_intelligence.jazzer.Jazzer", "--target_class=" + target.getName(),
                "--reproducer_path=" + harmful.getParent(), "-timeout=" + SECONDS_PER_INPUT, "-rss_limit_mb=0",
                "-artifact_prefix=" + harmful));
        command.addAll(List.of(options));
        command.add(folder.toString());
        command.add(Path.of("src", "test", "corpus", target.getSimpleName()).toString());
        Process jazzer = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = jazzer.inputReader()) {
            List<String> lines = out.lines().toList();
            long inputs = lines.stream().map(RUNS::matcher).filter(Matcher::find).mapToLong(m -> Long.parseLong(m.group(1))).sum();
            String end = lines.stream().skip(Math.max(0, lines.size() - 60)).collect(Collectors.joining("\n"));
            return new Result(jazzer.waitFor(), inputs, end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            jazzer.destroyForcibly();
        }
    }

    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator)).distinct().collect(Collectors.joining(File.pathSeparator));
    }
}
