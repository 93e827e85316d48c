package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.HostNote;
import dev.parley.app.session.FakeRoomClient;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandTest {

    @TempDir
    Path folder = Path.of("");

    private final FakeRoomClient.Host host = new FakeRoomClient.Host("Crew", null);
    private Rig rig = new Rig(folder, host);

    @BeforeEach
    void aHostIsRunning() throws IOException {
        rig = new Rig(folder, host);
        HostNote.here("127.0.0.1", 7420, FakeRoomClient.HOST, "t0ken").write(rig.folder.hostNote());
        IntStream.rangeClosed(1, 30).forEach(i -> host.store(new UserName("Ana"), MessageId.next(), "message " + i));
    }

    @Test
    void showsTheLastTwentyOfTheOnlyRoom() {
        assertThat(rig.run("log")).isZero();
        assertThat(rig.out().lines()).hasSize(21).first().isEqualTo("--- 2026-11-20 ---");
        assertThat(rig.out()).endsWith("10:02  Ana  message 30" + System.lineSeparator());
    }

    @Test
    void programsGetTheAgreedFields() {
        assertThat(rig.run("log", "Crew", "--last", "2", "--json")).isZero();
        assertThat(rig.json()).hasSize(2).allSatisfy(entry ->
                assertThat(entry.keySet()).containsExactly("event", "seq", "id", "kind", "from", "at", "text"));
        assertThat(rig.json().getLast().get("seq").getAsInt()).isEqualTo(30);
    }

    @Test
    void searches() {
        assertThat(rig.run("log", "--search", "message 7")).isZero();
        assertThat(rig.out().lines()).hasSize(2);
    }

    @Test
    void showsWhatHappened() {
        assertThat(rig.run("log", "--events", "--json")).isZero();
        assertThat(rig.event("audit").get("type").getAsString()).isEqualTo("SERVER_START");
        assertThat(rig.run("log", "--events")).isZero();
        assertThat(rig.out()).startsWith("2026-11-20T10:02:03.004Z  SERVER_START  port 7420");
    }

    @Test
    void exportsEverything() {
        Path file = folder.resolve("crew.txt");
        assertThat(rig.run("log", "--export", file.toString())).isZero();
        assertThat(file).content().contains("message 1\n", "message 30\n");
        assertThat(rig.err()).contains("30 entries");
    }

    @Test
    void anUnknownRoomIsThree() {
        assertThat(rig.run("log", "Other")).isEqualTo(3);
    }

    @Test
    void aFolderWithoutLogIsSeven() throws IOException {
        rig.run("log", "--data", folder.resolve("empty").toString());
        assertThat(rig.run("log", "--data", folder.resolve("empty").toString())).isEqualTo(7);
        assertThat(folder.resolve("empty")).doesNotExist();
    }

    @Test
    void theTokenOfTheHostIsUsedAndNotShown() {
        assertThat(rig.run("log")).isZero();
        assertThat(host.configs.getLast().ownerToken()).contains("t0ken");
        assertThat(rig.out() + rig.err()).doesNotContain("t0ken");
    }

    @Test
    void roomsInAllFormsAreListed() {
        assertThat(rig.run("rooms", "--wait", "50ms")).isZero();
        assertThat(rig.out().lines().toList().get(1)).startsWith("Crew  no        2       Ana");
        assertThat(rig.run("rooms", "--wait", "50ms", "--json")).isZero();
        assertThat(rig.event("room").keySet())
                .containsExactly("event", "room", "host", "address", "port", "locked", "members", "fingerprint");
        assertThat(rig.run("rooms", "--at", "127.0.0.1", "--wait", "50ms")).isEqualTo(5);
    }
}
