package dev.parley.app.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Two networks of Linux with a cable between them, as if they were two computers. Needs root. Closing removes them.
final class Namespaces implements AutoCloseable {

    static final String LEFT_ADDRESS = "10.77.20.1";
    static final String RIGHT_ADDRESS = "10.77.20.2";

    private final String id = Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0x10000));

    /// Why it cannot be done here, or empty if it can.
    static Optional<String> obstacle() {
        try {
            if (!System.getProperty("os.name").equals("Linux") || !Files.getOwner(Path.of("/proc/self")).getName().equals("root")) {
                return Optional.of("network namespaces need root on Linux");
            }
            String probe = "parley-probe-" + ProcessHandle.current().pid();
            run(List.of("ip", "netns", "add", probe));
            run(List.of("ip", "netns", "delete", probe));
            return Optional.empty();
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            return Optional.of("no network namespaces here: " + e.getMessage());
        }
    }

    String left() {
        return "parley-l-" + id;
    }

    String right() {
        return "parley-r-" + id;
    }

    Namespaces() {
        ip("netns add " + left());
        ip("netns add " + right());
        ip("link add pl" + id + " netns " + left() + " type veth peer name pr" + id + " netns " + right());
        up(left(), "pl" + id, LEFT_ADDRESS);
        up(right(), "pr" + id, RIGHT_ADDRESS);
    }

    private static void up(String namespace, String card, String address) {
        ip("-n " + namespace + " addr add " + address + "/24 broadcast + dev " + card);
        ip("-n " + namespace + " link set lo up");
        ip("-n " + namespace + " link set " + card + " up");
    }

    private static void ip(String words) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words.split(" ")));
        run(command);
    }

    /// Runs a command in one of the two, and returns what it wrote.
    static String run(String namespace, String... command) {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        all.addAll(List.of(command));
        return run(all);
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Throws away what arrives and fits the rule of iptables, for as long as this is not closed. Without iptables the
    /// test is skipped.
    static Blocked block(String namespace, String rule) {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(p -> Files.isExecutable(Path.of(p, "iptables"))),
                "no iptables here");
        firewall(namespace, "-A INPUT " + rule + " -j DROP");
        return () -> firewall(namespace, "-D INPUT " + rule + " -j DROP");
    }

    private static void firewall(String namespace, String words) {
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", namespace, "iptables", "-w"));
        command.addAll(List.of(words.split(" ")));
        run(command);
    }

    /// Opens again when closed.
    interface Blocked extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {
        ip("netns delete " + left());
        ip("netns delete " + right());
    }
}
