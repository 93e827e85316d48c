package dev.parley.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that is refused, with the exit code by which a script can tell why.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {

    private static final String PASSWORD = "Zauberwort-8851-xyzzy";
    private static final String WRONG = "Unzauberwort-1588-plugh";
    private static final String ROOM = "Vault";

    private final List<Running> started = new ArrayList<>();
    private Path folder = Path.of("");
    private int port;

    @BeforeAll
    void open(@TempDir Path temp) {
        folder = temp;
        Running host = parley("host").password(PASSWORD).start("host", ROOM, "--port", "0", "--no-announce");
        started.add(host);
        port = host.event("ready").get("port").getAsInt();
    }

    @AfterAll
    void close() {
        started.forEach(Running::close);
    }

    private Parley parley(String name) {
        return Parley.on(folder.resolve(name));
    }

    private String here() {
        return "127.0.0.1:" + port;
    }

    private static JsonObject error(Running ended) {
        return ended.events("error").getLast();
    }

    private static String code(Running ended) {
        return error(ended).get("code").getAsString();
    }

    @Test
    void aWrongPasswordIsRefusedSoonAndIsWrittenNowhere(TestReporter reporter) throws IOException {
        long begin = System.nanoTime();
        Running join = parley("stranger").password(WRONG).run("join", ROOM, "--at", here(), "--name", "Mallory");
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Figures.report(reporter, "wrong password: refused after", took.toMillis() + " ms (bar 3000)");

        assertThat(join.exit()).isEqualTo(4);
        assertThat(code(join)).isEqualTo("wrong-password");
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        List<JsonObject> events = parley("host").run("log", "--events").events("audit");
        assertThat(events).anyMatch(e -> e.get("type").getAsString().equals("JOIN_FAILED")
                && e.get("person").getAsString().equals("Mallory"));
        assertThat(Message.logged(parley("host").run("log"))).isEmpty();
        assertThat(filesThatContain(WRONG)).isEmpty();
        assertThat(filesThatContain(PASSWORD)).isEmpty();
    }

    /// Whether the words are in a file in a form in which a program would write them: as they are, or as two-byte
    /// characters.
    private List<Path> filesThatContain(String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                            .anyMatch(charset -> contains(file, words, charset)))
                    .toList();
        }
    }

    private static boolean contains(Path file, String words, Charset charset) {
        try {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            return bytes.contains(new String(words.getBytes(charset), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return false; // a file that is gone holds nothing
        }
    }

    @Test
    void aPasswordIsNeededForARoomThatHasOne() {
        Running join = parley("stranger-2").run("join", ROOM, "--at", here());
        assertThat(join.exit()).isEqualTo(4);
    }

    @Test
    void anUnknownRoomAtAHostIsNotFound() {
        Running join = parley("stranger-3").run("join", "Nowhere", "--at", here());
        assertThat(join.exit()).isEqualTo(3);
        assertThat(code(join)).isEqualTo("no-such-room");
    }

    @Test
    void anUnknownRoomOnTheNetworkIsNotFound() {
        assertThat(parley("stranger-4").run("join", Names.room("Nowhere")).exit()).isEqualTo(3);
    }

    @Test
    void aPortThatIsInUseIsToldWithTheNextOneThatIsFree() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Running host = parley("second").run("host", "Other", "--open", "--port", "" + taken.getLocalPort());
            assertThat(host.exit()).isEqualTo(6);
            String text = error(host).get("message").getAsString();
            int free = Integer.parseInt(text.replaceAll("(?s).*--port (\\d+).*", "$1"));
            assertThat(free).isGreaterThan(taken.getLocalPort());
            Running next = parley("second").start("host", "Other", "--open", "--no-announce", "--port", "" + free);
            started.add(next);
            assertThat(next.event("ready").get("port").getAsInt()).isEqualTo(free);
        }
    }

    @Test
    void nobodyAtTheAddressIsNoConnection() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThat(parley("stranger-5").run("join", ROOM, "--at", "127.0.0.1:" + closed).exit()).isEqualTo(5);
    }

    @Test
    void aSecondHostOnTheSameFolderIsRefused() {
        Running host = parley("host").run("host", "Other", "--open", "--port", "0");
        assertThat(host.exit()).isEqualTo(7);
        assertThat(error(host).get("message").getAsString()).contains("" + port);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "join Vault --frobnicate", "dance", "host", "host Vault --port many", "host Vault --port 70000 --open",
        "host Vault --idle 5s --open", "log --last 0", "rooms --wait soon", "join Vault --transport pigeon"
    })
    void whatCannotBeUnderstoodIsAUsageError(String line) {
        Running misused = parley("misused").run(line.split(" "));
        assertThat(misused.exit()).isEqualTo(2);
        assertThat(misused.errors()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "host Vault --password secret", "host Vault --password=secret", "join Vault --password secret",
        "join Vault -p secret", "send Vault hello --password secret"
    })
    void aPasswordCannotBeAnArgument(String line) {
        assertThat(parley("misused").run(line.split(" ")).exit()).isEqualTo(2);
    }

    @Test
    void aRoomWithoutAWordAboutItsPasswordIsNotOpenedByAccident() {
        assertThat(parley("misused").run("host", "Vault", "--port", "0").exit()).isEqualTo(2);
    }
}
