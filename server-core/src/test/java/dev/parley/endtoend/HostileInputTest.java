package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {

    @TempDir
    Path folder;

    private TestHost host;
    private final ErrorWatch errors = new ErrorWatch();

    @BeforeEach
    void open() {
        host = new TestHost(folder).open();
    }

    /// Whatever was done to it: the host serves, and nothing unexpected happened in it.
    @AfterEach
    void theHostIsWell() {
        try (TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            ana.say(ROOM, "all is well");
            ana.awaitTexts(1);
        }
        host.close();
        errors.assertNoErrors();
        errors.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 65_537, Integer.MIN_VALUE, -1})
    void aLengthBeyondTheLimitEndsTheConnectionBeforeItsBytesCome(int length) throws IOException {
        try (PlainClient eve = new PlainClient(host.port())) {
            eve.raw(ByteBuffer.allocate(4).putInt(length).array());
            eve.awaitEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_532, 65_533, 65_536})
    void aFrameOfAnyAllowedLengthIsRead(int length) throws IOException {
        try (PlainClient eve = new PlainClient(host.port())) {
            byte[] blanks = " ".repeat(length).getBytes(StandardCharsets.UTF_8);
            eve.raw(ByteBuffer.allocate(4 + length).putInt(length).put(blanks).array());
            assertThat(eve.expectError("error")).isEqualTo("bad-message");
            eve.send("guest", "username", "Eve").expect("guest");
        }
    }

    @Test
    void anEmptyFrameIsAFault() throws IOException {
        try (PlainClient eve = new PlainClient(host.port())) {
            eve.raw(new byte[4]);
            assertThat(eve.expectError("error")).isEqualTo("bad-message");
            eve.send("guest", "username", "Eve").expect("guest");
        }
    }

    @Test
    void bytesThatAreNotTlsEndTheConnection() throws IOException {
        Random random = new Random(7420);
        for (int i = 0; i < 20; i++) {
            byte[] garbage = new byte[1 + random.nextInt(2000)];
            random.nextBytes(garbage);
            if (i % 2 == 0) {
                garbage[0] = 22; // looks like a handshake
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
                socket.getOutputStream().write(garbage);
                socket.shutdownOutput();
                socket.setSoTimeout((int) TestMember.PATIENCE.toMillis());
                readToEnd(socket);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "null", "[]", "7", "\"x\"", "{}", "{\"type\":7}", "{\"type\":null}", "{\"type\":{}}", "{\"type\":\"guest\"}",
        "{\"type\":\"guest\",\"data\":[]}", "{\"type\":\"guest\",\"data\":{\"username\":null}}", "{\"type\":\"guest\",\"data\":{\"username\":{}}}",
        "{\"type\":\"guest\",\"data\":{\"username\":\"\\u202eevil\"}}", "{\"type\":\"guest\",\"data\":{\"username\":\"\\ud800\"}}",
        "{\"type\":\"hello\",\"data\":{\"version\":1e999,\"client\":\"x\"}}", "{\"type\":\"hello\",\"data\":{\"version\":\"NaN\",\"client\":[]}}",
        "{\"type\":\"ping\",\"data\":{\"n\":99999999999999999999}}", "{\"type\":\"guest\",\"type\":\"hello\",\"data\":{}}", "\u0000", "{}{}"})
    void badJsonIsAnsweredAndTheConnectionLives(String json) throws IOException {
        try (PlainClient eve = new PlainClient(host.port())) {
            eve.frame(json);
            eve.expectAnyError();
            eve.send("guest", "username", "Eve").expect("guest");
        }
    }

    @Test
    void deeplyNestedJsonIsAFault() throws IOException {
        try (PlainClient eve = new PlainClient(host.port())) {
            eve.frame("{\"type\":\"x\",\"data\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
            assertThat(eve.expectError("error")).isEqualTo("bad-message");
        }
    }

    @Test
    void tooManyFaultsEndTheConnection() throws IOException {
        try (PlainClient eve = new PlainClient(host.port())) {
            for (int i = 0; i < 20; i++) {
                eve.frame("nonsense");
            }
            eve.send("guest", "username", "Eve").expect("guest");
            eve.frame("nonsense").expectError("closing");
            eve.awaitEnd();
        }
    }

    @Test
    void whoNeverLogsInIsSentAway() throws IOException {
        try (TestHost strict = strict(); PlainClient eve = new PlainClient(strict.port())) {
            assertThat(eve.expectError("closing")).isEqualTo("login-timeout");
            eve.awaitEnd();
        }
    }

    @Test
    void whoNeverFinishesTheHandshakeIsSentAway() throws IOException {
        try (TestHost strict = strict(); Socket socket = new Socket(InetAddress.getLoopbackAddress(), strict.port())) {
            socket.getOutputStream().write(new byte[] {22, 3, 1});
            socket.setSoTimeout((int) TestMember.PATIENCE.toMillis());
            readToEnd(socket);
        }
    }

    @Test
    void slowSendersOfSingleBytesHoldNobodyUp() throws IOException {
        List<PlainClient> slow = new ArrayList<>();
        byte[] frame = ByteBuffer.allocate(6).putInt(2).put((byte) '{').put((byte) '}').array();
        try {
            for (int i = 0; i < 30; i++) {
                slow.add(new PlainClient(host.port()));
            }
            for (byte b : frame) {
                for (PlainClient client : slow) {
                    client.raw(new byte[] {b});
                }
            }
            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
                ben.say(ROOM, "quick");
                ben.awaitTexts(1);
            }
            for (PlainClient client : slow) {
                assertThat(client.expectError("error")).isEqualTo("bad-message");
            }
        } finally {
            for (PlainClient client : slow) {
                client.close();
            }
        }
    }

    @Test
    void manyConnectionsThatSayNothingDoNotKeepOutAMember() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), host.port()));
            }
            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
                ben.say(ROOM, "in");
                ben.awaitTexts(1);
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void aClientThatAsksAndNeverReadsIsNotAnsweredWithoutBound() throws IOException {
        host.openMany(100);
        try (PlainClient eve = PlainClient.deaf(host.port())) {
            eve.send("guest", "username", "Eve");
            Thread asking = Thread.ofPlatform().daemon().start(() -> {
                try {
                    for (int i = 0; i < 20_000; i++) {
                        eve.send("list"); // some 5 KB of answer each
                    }
                } catch (IOException e) {
                    return; // the host had enough
                }
            });
            org.awaitility.Awaitility.await().atMost(TestMember.PATIENCE).until(() -> !asking.isAlive() || settled());
            assertThat(dev.parley.server.Waiting.bytes(host.server())).isLessThan(1_000_000);
        }
    }

    private long before = -1;

    /// The number of waiting bytes has stopped to grow.
    private boolean settled() {
        long now = dev.parley.server.Waiting.bytes(host.server());
        boolean same = now > 0 && now == before;
        before = now;
        return same;
    }

    private TestHost strict() {
        return new TestHost(folder.resolve("strict"), Settings.limits(Settings.loginTime(Duration.ofMillis(500))));
    }

    private static void readToEnd(Socket socket) {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("the connection was not ended", e);
        } catch (IOException e) {
            return; // reset: ended too
        }
    }
}
