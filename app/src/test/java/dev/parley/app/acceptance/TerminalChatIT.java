package dev.parley.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A person chats in a terminal.
@Timeout(120)
class TerminalChatIT {

    private static final String ROOM = "Tea";

    @TempDir
    private Path folder = Path.of("");
    private Optional<Running> host = Optional.empty();
    private String at = "";

    @BeforeEach
    void open() {
        assumeTrue(Screen.isPossible(), "no pseudo terminal: the tool script is missing");
        Running started = Parley.on(folder.resolve("host"))
                .start("host", ROOM, "--open", "--port", "0", "--no-announce", "--name", "Host");
        host = Optional.of(started);
        at = "127.0.0.1:" + started.event("ready").get("port").getAsInt();
    }

    @AfterEach
    void close() {
        host.ifPresent(Running::close);
    }

    private Screen person() {
        return Parley.on(folder.resolve("person")).onTerminal("join", ROOM, "--at", at, "--name", "Pia");
    }

    private Running other() {
        return Parley.on(folder.resolve("other")).start("join", ROOM, "--at", at, "--name", "Otto");
    }

    private static Predicate<JsonObject> text(String text) {
        return e -> e.has("text") && e.get("text").getAsString().equals(text);
    }

    @Test
    void whatOthersSayAppearsAboveTheLineThatIsBeingTyped() {
        try (Running otto = other(); Screen pia = person()) {
            otto.event("caught-up");
            pia.await("You are in").await("> ");
            pia.type("half a sen");
            pia.await("half a sen");
            otto.say("I interrupt");
            pia.await("Otto").await("I interrupt").await("half a sen");
            pia.type("tence\n");
            otto.event(text("half a sentence"), "Pia's words");
            pia.await("Pia").await("half a sentence");
            pia.type("/leave\n");
            assertThat(pia.exit()).isZero();
        }
    }

    @Test
    void peopleAndHelpAreShown() {
        try (Running otto = other(); Screen pia = person()) {
            otto.event("caught-up");
            pia.await("You are in").await("> ").type("/people\n");
            pia.await("People: 3").await("Otto");
            pia.type("/help\n");
            pia.await("/msg NAME TEXT").await("/leave");
            pia.type("/dance\n");
            pia.await("There is no command /dance");
            pia.type("/leave\n");
            assertThat(pia.exit()).isZero();
            assertThat(pia.everything()).doesNotContain("WARNING", "Exception");
        }
    }

    @Test
    void tabCompletesCommandsAndNames() {
        try (Running otto = other(); Screen pia = person()) {
            otto.event("caught-up");
            pia.await("You are in").await("> ");
            pia.type("/peo\t");
            pia.await("/people").type("\n");
            pia.await("People:").await("Otto");
            pia.type("hello Ot\t");
            pia.await("Otto").type("and all\n");
            otto.event(text("hello Otto and all"), "the completed name");
            pia.type("/lea\t\n");
            assertThat(pia.exit()).isZero();
        }
    }

    @Test
    void whisperedWordsReachOnePersonAndNoLog() {
        try (Running otto = other(); Screen pia = person()) {
            otto.event("caught-up");
            pia.await("You are in").await("> ").type("/msg Otto psst\n");
            JsonObject whisper = otto.event("whisper");
            assertThat(whisper.get("from").getAsString()).isEqualTo("Pia");
            assertThat(whisper.get("text").getAsString()).isEqualTo("psst");
            pia.await("psst").type("/leave\n");
            assertThat(pia.exit()).isZero();
            assertThat(Message.logged(Parley.on(folder.resolve("host")).run("log"))).isEmpty();
        }
    }

    @Test
    void endOfInputLeaves() {
        try (Screen pia = person()) {
            pia.await("You are in").await("> ").type("\u0004");
            assertThat(pia.exit()).isZero();
        }
    }

    @Test
    void escapesInOtherPeoplesWordsDoNotReachTheTerminal() {
        try (Running otto = other(); Screen pia = person()) {
            otto.event("caught-up");
            pia.await("You are in").await("> ");
            otto.say("red \u001b[31m and title \u001b]0;owned\u0007 end");
            pia.await("Otto").await("end");
            assertThat(pia.everything()).doesNotContain("\u001b]0;owned", "\u001b[31m and");
        }
    }
}
