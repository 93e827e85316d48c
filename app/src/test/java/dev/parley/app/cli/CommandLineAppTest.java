package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.app.Texts;
import dev.parley.app.session.FakeRoomClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineAppTest {

    @TempDir
    Path folder = Path.of("");

    private Rig rig = new Rig(folder, new FakeRoomClient.Host("Crew", null));

    @BeforeEach
    void rig() {
        rig = new Rig(folder, new FakeRoomClient.Host("Crew", null));
    }

    @Test
    void saysItsVersion() {
        assertThat(rig.run("--version")).isZero();
        assertThat(rig.out()).isEqualToIgnoringNewLines("Parley 1.2.3");
    }

    @Test
    void listsExactlyTheCommandsOfTheContract() {
        assertThat(rig.run("--help")).isZero();
        for (String command : List.of("host", "join", "rooms", "send", "log", "doctor", "bench", "completion", "help")) {
            assertThat(rig.out()).contains("\n  " + command + " ");
        }
        assertThat(rig.out()).doesNotContain("rehearse").doesNotContain("bench-host").contains("Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "join", "rooms", "send", "log", "doctor", "bench", "completion", "help"})
    void everyCommandHasHelpWithExamples(String command) {
        assertThat(rig.run(command, "--help")).isZero();
        assertThat(rig.out()).contains("Usage: parley " + command).contains("Examples:").contains("  parley ");
        String help = rig.out();
        assertThat(rig.run("help", command)).isZero();
        assertThat(rig.out()).isEqualTo(help);
        assertThat(help.lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "nonsense", "host", "join", "send Crew", "--nonsense", "host Crew --port x", "host Crew --port 65536 --open",
        "host Crew --idle 5", "host Crew --idle 10s --open", "host Crew --history some", "join Crew --transport udp",
        "join Crew --at host:0", "join parley://x", "join Crew --trust abc", "log --last 0", "log --last -5", "help nonsense",
        "rooms --wait soon", "host Crew --open --password-file x", "join Crew --at parley://h:1/Other",
    })
    void misuseIsTwoAndSaysSo(String line) {
        assertThat(rig.run(line.split(" "))).isEqualTo(Failure.USAGE);
        assertThat(rig.out()).isEmpty();
        assertThat(rig.err()).isNotBlank();
    }

    @Test
    void misuseIsAnObjectForPrograms() {
        assertThat(rig.run("--json", "host")).isEqualTo(Failure.USAGE);
        assertThat(rig.event("error").get("code").getAsString()).isEqualTo("usage");
    }

    @Test
    void withoutCommandAndTerminalPrintsUsage() {
        assertThat(rig.run()).isEqualTo(Failure.USAGE);
        assertThat(rig.err()).contains("Usage: parley").contains("A command is needed");
    }

    @Test
    void namesCanBeInvalid() {
        assertThat(rig.run("join", "a\u202Eb")).isEqualTo(Failure.USAGE);
        assertThat(rig.run("join", "Crew", "--name", "public")).isEqualTo(Failure.USAGE);
        assertThat(rig.run("send", "Crew", " ")).isEqualTo(Failure.USAGE);
    }

    @Test
    void roomIsShortForHost() {
        // no password and nobody to ask: it got as far as the command "host"
        assertThat(rig.run("--headless", "--room", "Crew", "--port", "0")).isEqualTo(Failure.USAGE);
        assertThat(rig.err()).contains("“Crew” needs a password");
        assertThat(rig.run("--port=0", "--room=Crew")).isEqualTo(Failure.USAGE);
        assertThat(rig.err()).contains("“Crew” needs a password");
    }

    @Test
    void theMenuJoinsAFoundRoomByNumber() {
        rig.terminal = true;
        rig.answers.addAll(List.of("Ben", "3", "2", "1"));
        rig.host.unreachable = true; // the join itself is tested elsewhere
        assertThat(rig.run()).isEqualTo(5);
        assertThat(rig.err()).contains("No display for a window").contains("1  Crew").contains("Please type 1 or 2");
        assertThat(rig.host.wished).singleElement().hasToString("Ben");
    }

    @Test
    void theMenuAsksAgainForWhatCannotBe() {
        rig.terminal = true;
        rig.answers.addAll(List.of("public", "", "2", "", "Nowhere"));
        assertThat(rig.run("--data", folder.toString())).isEqualTo(3);
        assertThat(rig.err()).contains("That does not work");
        assertThat(rig.questions.getFirst()).contains("kenta");
    }

    @Test
    void theMenuEndsWithTheInput() {
        rig.terminal = true;
        assertThat(rig.run()).isZero();
    }

    @Test
    void theCompletionScriptIsValidBash() throws Exception {
        assertThat(rig.run("completion")).isZero();
        assertThat(rig.out()).contains("--password-file").doesNotContain("rehearse");
        boolean hasBash = Path.of("/bin/bash").toFile().exists();
        assumeTrue(hasBash, "there is no bash to check with");
        Path script = folder.resolve("completion");
        Files.writeString(script, rig.out());
        Process bash = new ProcessBuilder("/bin/bash", "-n", script.toString()).inheritIO().start();
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void otherLanguagesFallBackToEnglish() {
        assertThat(new Texts(Locale.JAPANESE).get("rooms.yes")).isEqualTo("yes");
    }
}
