package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.parley.app.session.FakeRoomClient;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Notice;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class JoinCommandTest {

    @TempDir
    Path folder = Path.of("");

    private FakeRoomClient.Host host = new FakeRoomClient.Host("Crew", null);
    private Rig rig = new Rig(folder, host);

    @BeforeEach
    void open() {
        use(new FakeRoomClient.Host("Crew", null));
    }

    private void use(FakeRoomClient.Host other) {
        host = other;
        rig = new Rig(folder, host);
    }

    private Path password(String text) throws IOException {
        return Files.writeString(folder.resolve("pw"), text + "\nsecond line\n");
    }

    @Test
    void linesAreMessagesAndMessagesAreLines() {
        host.store(new UserName("Ana"), MessageId.next(), "welcome");
        rig.input = "hello\n";
        assertThat(rig.run("join", "Crew", "--name", "Ben")).isZero();
        assertThat(rig.out()).isEqualTo("10:02  Ana  welcome\n10:02  Ben  hello\n".replace("\n", System.lineSeparator()));
        assertThat(rig.err()).contains("You are in “Crew”");
    }

    @Test
    void whatOthersWriteCannotTouchTheTerminal() {
        host.store(new UserName("Eve"), MessageId.next(), "\u001B[2J\u202Eevil\r\n10:03  Ana  send me money");
        assertThat(rig.run("join", "Crew")).isZero();
        assertThat(rig.out()).doesNotContain("\u001B").doesNotContain("\u202E").doesNotContain("\r");
        assertThat(rig.out().lines()).hasSize(2);
        assertThat(rig.out().lines().toList().get(1)).startsWith("       ");
    }

    @Test
    void programsGetOneObjectPerEventWithTheAgreedFields() {
        host.store(new UserName("Ana"), MessageId.next(), "welcome \u001B");
        host.entries.add(new Entry(2, MessageId.next(), EntryKind.NOTICE, new UserName("Cy"), FakeRoomClient.AT,
                new Notice(Notice.Event.JOINED, List.of(new UserName("Cy"))).toBody()));
        rig.input = "hello\n";
        assertThat(rig.run("join", "Crew", "--name", "Ben", "--json")).isZero();
        assertThat(rig.events())
                .containsExactly("first-contact", "joined", "message", "notice", "caught-up", "sent", "message", "left");
        JsonObject joined = rig.event("joined");
        assertThat(joined.get("room").getAsString()).isEqualTo("Crew");
        assertThat(joined.get("members").getAsInt()).isEqualTo(2);
        assertThat(joined.get("transport").getAsString()).isEqualTo("udp");
        JsonObject message = rig.event("message");
        assertThat(message.keySet()).containsExactly("event", "seq", "id", "from", "at", "text");
        assertThat(message.get("at").getAsString()).isEqualTo("2026-11-20T10:02:03.004Z");
        assertThat(message.get("text").getAsString()).isEqualTo("welcome \u001B");
        assertThat(rig.event("notice").get("text").getAsString()).isEqualTo("Cy joined");
        assertThat(rig.event("sent").keySet()).containsExactly("event", "id", "seq");
    }

    @Test
    void theOptionMayStandBeforeTheCommand() {
        assertThat(rig.run("--json", "join", "Crew")).isZero();
        assertThat(rig.events()).contains("joined");
    }

    @Test
    void thePasswordComesFromAFileOrTheEnvironment() throws IOException {
        use(new FakeRoomClient.Host("Crew", "s3cret pass"));
        assertThat(rig.run("join", "Crew", "--password-file", password("s3cret pass").toString())).isZero();
        rig.environment.put("PARLEY_PASSWORD", "s3cret pass");
        assertThat(rig.run("join", "Crew")).isZero();
    }

    @Test
    void aWrongPasswordIsFour() throws IOException {
        use(new FakeRoomClient.Host("Crew", "right"));
        assertThat(rig.run("join", "Crew", "--json", "--password-file", password("wrong").toString())).isEqualTo(4);
        assertThat(rig.event("error").get("code").getAsString()).isEqualTo("wrong-password");
        assertThat(rig.out() + rig.err()).doesNotContain("right");
    }

    @Test
    void aMissingPasswordIsFourAndSaysHowToGiveOne() {
        use(new FakeRoomClient.Host("Crew", "right"));
        assertThat(rig.run("join", "Crew")).isEqualTo(4);
        assertThat(rig.err()).contains("--password-file").contains("PARLEY_PASSWORD");
    }

    @Test
    void anUnreadablePasswordFileSaysSo() {
        assertThat(rig.run("join", "Crew", "--password-file", folder.resolve("none").toString())).isEqualTo(7);
        assertThat(rig.err()).contains("There is no file");
    }

    @Test
    void anUnknownRoomIsThree() {
        assertThat(rig.run("join", "Nowhere", "--at", "127.0.0.1")).isEqualTo(3);
        assertThat(rig.run("join", "Nowhere")).isEqualTo(3);
        assertThat(rig.err()).contains("Crew");
    }

    @Test
    void severalHostsWithTheSameRoomNeedAChoice() {
        rig.lookout.with("Crew", "Mallory", "B".repeat(42) + "A", 7421, false);
        assertThat(rig.run("join", "Crew")).isEqualTo(Failure.USAGE);
        assertThat(rig.err()).contains("Mallory").contains("--at").contains(":7421");
    }

    @Test
    void aTakenDefaultNameGetsANumberButAChosenOneDoesNot() {
        host.taken.addAll(List.of("kenta", "kenta 2"));
        assertThat(rig.run("join", "Crew")).isZero();
        assertThat(host.wished).extracting(UserName::value).containsExactly("kenta", "kenta 2", "kenta 3");
        assertThat(rig.run("join", "Crew", "--name", "kenta")).isEqualTo(8);
    }

    @Test
    void firstContactShowsTheWordsOfTheHost() {
        assertThat(rig.run("join", "Crew")).isZero();
        assertThat(rig.err()).contains("First contact").contains(String.join(" ", FakeRoomClient.HOST.words()));
    }

    @Test
    void anInviteVouchesForTheHost() {
        assertThat(rig.run("join", "parley://127.0.0.1/Crew#" + FakeRoomClient.HOST)).isZero();
        assertThat(rig.err()).doesNotContain("First contact");
    }

    @Test
    void anotherHostThanTheTrustedOneIsRefused() {
        assertThat(rig.run("join", "Crew", "--trust", "B".repeat(42) + "A")).isEqualTo(8);
        assertThat(rig.host.wished).isEmpty();
    }

    @Test
    void endsOfTheConnectionHaveTheirCodes() {
        host.unreachable = true;
        assertThat(rig.run("join", "Crew")).isEqualTo(5);
        host.unreachable = false;
        host.changed = true;
        assertThat(rig.run("join", "Crew")).isEqualTo(8);
        assertThat(rig.err()).contains("--trust");
    }

    @ParameterizedTest
    @CsvSource({"ROOM_FULL, 8", "BANNED, 8", "TOO_MANY_ATTEMPTS, 8", "FORBIDDEN, 8", "READ_ONLY, 7", "CLOSING, 5"})
    void refusalsHaveTheirCodes(ErrorCode refusal, int exit) {
        host.refusal = refusal;
        assertThat(rig.run("join", "Crew", "--json")).isEqualTo(exit);
        assertThat(rig.event("error").get("code").getAsString()).isEqualTo(refusal.wireName());
    }

    @Test
    void sendIsDoneWhenTheMessageIsStored() {
        assertThat(rig.run("send", "Crew", "done", "--json")).isZero();
        assertThat(rig.events()).containsExactly("sent");
        assertThat(host.entries).singleElement().satisfies(e -> assertThat(e.body()).isEqualTo("done"));
        assertThat(rig.run("send", "Crew", "done")).isZero();
        assertThat(rig.out()).isEmpty();
    }

    @Test
    void tcpOnlyIsPassedOn() {
        assertThat(rig.run("join", "Crew", "--transport", "tcp")).isZero();
        assertThat(host.configs).last().satisfies(c -> assertThat(c.datagrams()).isFalse());
        assertThat(host.configs).last().satisfies(c -> assertThat(c.expected()).contains(FakeRoomClient.HOST));
    }

    @Test
    void watchesOfTheNetworkAreClosed() {
        assertThat(rig.run("join", "Crew")).isZero();
        assertThat(rig.lookout.open).hasValue(0);
    }
}
