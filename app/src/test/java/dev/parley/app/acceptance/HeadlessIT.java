package dev.parley.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A room server without a person, and everything that scripts and service managers rely on.
@Timeout(120)
class HeadlessIT {

    @TempDir
    private Path folder = Path.of("");
    private final List<Running> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(Running::close);
    }

    private Running keep(Running running) {
        started.add(running);
        return running;
    }

    private Parley parley(String name) {
        return Parley.on(folder.resolve(name));
    }

    private static String at(Running host) {
        return "127.0.0.1:" + host.event("ready").get("port").getAsInt();
    }

    @Test
    void withoutACommandAndWithoutATerminalTheUsageIsShown() {
        Running parley = parley("nothing").runBare();
        assertThat(parley.exit()).isEqualTo(2);
        assertThat(parley.errors()).contains("Usage: parley", "host", "join", "rooms", "send", "log", "doctor");
        assertThat(parley.lines()).isEmpty();
    }

    @Test
    void withoutADisplayNothingOfTheWindowIsLoaded() throws IOException {
        Running host = keep(parley("lean").start("host", "Lean", "--open", "--port", "0"));
        host.event("ready");
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        assumeTrue(Files.exists(jcmd), "a JDK is needed to look into the process");
        Process look = new ProcessBuilder(jcmd.toString(), Long.toString(host.pid()), "VM.class_hierarchy").redirectErrorStream(true).start();
        String classes = new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(classes).contains("dev.parley.app.Main").doesNotContain("javafx.").doesNotContain("dev.parley.app.ui.");
    }

    @Test
    void headlessWithARoomHosts() {
        Running host = keep(parley("server").start("--headless", "--room", "Server", "--open", "--port", "0"));
        assertThat(host.event("ready").get("room").getAsString()).isEqualTo("Server");
    }

    @Test
    void terminationClosesCleanlyAndTellsTheMembers() {
        Running host = keep(parley("server").start("host", "Server", "--open", "--port", "0", "--no-announce"));
        Running member = keep(parley("member").start("join", "Server", "--at", at(host), "--name", "Mia"));
        member.event("caught-up");
        assertThat(folder.resolve("server").resolve("host.json")).exists();
        host.terminate();
        assertThat(host.exit()).isIn(0, 143);
        assertThat(folder.resolve("server").resolve("host.json")).doesNotExist();
        member.event("offline");
    }

    @Test
    void aRoomIsThereAgainWithItsWordsAndItsPassword() {
        Running host = keep(parley("server").password("again").start("host", "Server", "--port", "0", "--no-announce"));
        Running sent = parley("sender").password("again").run("send", "Server", "first", "--at", at(host));
        assertThat(sent.exit()).isZero();
        host.terminate();
        host.exit();
        Running again = keep(parley("server").start("host", "Server", "--port", "0", "--no-announce"));
        assertThat(parley("sender").run("send", "Server", "no", "--at", at(again)).exit()).isEqualTo(4);
        assertThat(parley("sender").password("again").run("send", "Server", "second", "--at", at(again)).exit()).isZero();
        assertThat(Message.logged(parley("server").run("log"))).extracting(Message::text)
                .containsExactly("first", "second");
    }

    @Test
    void aMessageThatIsSentIsStored() {
        Running host = keep(parley("server").start("host", "Server", "--open", "--port", "0", "--no-announce"));
        Running send = parley("sender").run("send", "Server", "The backup is done", "--at", at(host), "--name", "Backup");
        assertThat(send.exit()).isZero();
        long seq = send.event("sent").get("seq").getAsLong();
        assertThat(Message.logged(parley("server").run("log", "Server"))).singleElement().satisfies(m -> {
            assertThat(m.seq()).isEqualTo(seq);
            assertThat(m.from()).isEqualTo("Backup");
            assertThat(m.text()).isEqualTo("The backup is done");
        });
    }

    @Test
    void theLogIsReadAlsoWhenNoHostRuns() {
        Running host = keep(parley("server").start("host", "Server", "--open", "--port", "0", "--no-announce"));
        assertThat(parley("sender").run("send", "Server", "still here", "--at", at(host)).exit()).isZero();
        host.kill();
        assertThat(Message.logged(parley("server").run("log"))).extracting(Message::text).containsExactly("still here");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheOwnerMayReadTheDataFolder() throws IOException {
        Running host = keep(parley("server").start("host", "Server", "--open", "--port", "0", "--no-announce"));
        host.event("ready");
        assertThat(Files.getPosixFilePermissions(folder.resolve("server"))).hasSize(3);
        assertThat(Files.getPosixFilePermissions(folder.resolve("server").resolve("host.json"))).hasSize(2);
    }

    @Test
    void bashTakesTheCompletionScript() throws IOException, InterruptedException {
        Path bash = Path.of("/bin/bash");
        assumeTrue(Files.isExecutable(bash), "no bash");
        Running completion = parley("nothing").runBare("completion");
        assertThat(completion.exit()).isZero();
        Path script = Files.writeString(folder.resolve("completion"), String.join("\n", completion.lines()) + "\n");
        Process sourced = new ProcessBuilder(bash.toString(), "-euc", "source \"$1\"; complete -p parley", "bash",
                script.toString()).redirectErrorStream(true).start();
        String words = new String(sourced.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sourced.waitFor()).as(words).isZero();
        assertThat(words).contains("complete", "parley").doesNotContain("error");
    }

    @Test
    void everyCommandHasHelpWithExamples() {
        for (String command : List.of("host", "join", "rooms", "send", "log", "doctor")) {
            Running help = parley("nothing").runBare(command, "--help");
            assertThat(help.exit()).isZero();
            assertThat(String.join("\n", help.lines())).contains("Usage: parley " + command, "  parley " + command);
        }
    }

    @Test
    void theTextMenuHostsARoom() {
        assumeTrue(Screen.isPossible(), "no pseudo terminal: the tool script is missing");
        try (Screen screen = parley("menu").onTerminal("--headless")) {
            screen.await("Your name").type("Mona\n");
            screen.await("1 host").type("1\n");
            screen.await("Name of the room").type("Menu room\n");
            screen.await("Password").type("pssst\n");
            screen.await("Once more").type("pssst\n");
            screen.await("is open").await("> ").type("Hello from the menu\n");
            screen.await("Mona").await("Hello from the menu");
            assertThat(Message.logged(parley("menu").run("log"))).extracting(Message::text)
                    .containsExactly("Hello from the menu");
            screen.type("/leave\n");
            assertThat(screen.exit()).isZero();
            assertThat(screen.everything()).doesNotContain("pssst");
        }
        assertThat(folder.resolve("menu").resolve("host.json")).doesNotExist();
    }
}
