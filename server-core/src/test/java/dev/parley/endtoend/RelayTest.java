package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.EndReason;
import dev.parley.client.ClientEvent.JoinFailed;
import dev.parley.client.ClientEvent.Received;
import dev.parley.protocol.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A relay that ends TLS with a certificate of its own and passes on what both sides say. A hundred first joins:
/// `-Dparley.relay.rounds=20`.
class RelayTest {

    private static final String PASSWORD = "three words here";
    private static final int JOINS_PER_HOST = 5; // of one address in a minute
    private static final int ROUNDS = Integer.getInteger("parley.relay.rounds", 4);

    @TempDir
    Path folder;

    @Test
    void aFirstJoinOfALockedRoomThroughARelayIsRefused() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Path data = folder.resolve("host" + round);
            try (TestHost host = new TestHost(data).open(PASSWORD);
                    FakeHost relay = new FakeHost(folder, 0, relayTo(host.port()));
                    TestMember ana = new TestMember("Ana", host.port(), data).join(ROOM, PASSWORD)) {
                ana.say(ROOM, "for the room only");
                ana.awaitTexts(1);
                for (int i = 0; i < JOINS_PER_HOST; i++) {
                    try (TestMember ben = new TestMember("Ben" + i, relay.port(), folder.resolve("ben" + round + i))) {
                        ben.client().join(ROOM, Optional.of(PASSWORD.toCharArray()), OptionalLong.empty());
                        assertThat(ben.await(JoinFailed.class).code()).isEqualTo(ErrorCode.WRONG_PASSWORD);
                        assertThat(ben.events(Received.class)).isEmpty();
                        assertThat(ben.events(ClientEvent.Joined.class)).isEmpty();
                    }
                }
                assertThat(host.server().rooms().getFirst().members()).isEqualTo(1);
            }
        }
    }

    @Test
    void aKnownLockedRoomBehindARelayIsAHardStop() throws IOException {
        assertHardStop(Optional.of(PASSWORD));
    }

    @Test
    void aKnownOpenRoomBehindARelayIsAHardStop() throws IOException {
        assertHardStop(Optional.empty());
    }

    private void assertHardStop(Optional<String> password) throws IOException {
        Path data = folder.resolve("host");
        int port;
        try (TestHost host = start(new TestHost(data), password); TestMember ana = new TestMember("Ana", host.port(), folder)) {
            port = host.port();
            join(ana, password);
            ana.await(ClientEvent.CaughtUp.class);
            ana.say(ROOM, "for the room only");
            ana.awaitTexts(1);
        }
        try (TestHost host = start(new TestHost(data), password); FakeHost relay = new FakeHost(folder, port, relayTo(host.port()));
                TestMember ana = new TestMember("Ana", relay.port(), folder)) {
            join(ana, password);
            assertThat(ana.await(ClientEvent.Ended.class).reason()).isEqualTo(EndReason.HOST_CHANGED);
            assertThat(ana.events(Received.class)).isEmpty();
        }
    }

    @Test
    void aMemberThatIsOnlineDoesNotGoOnWithARelay() throws IOException {
        Path data = folder.resolve("host");
        TestHost host = new TestHost(data).open();
        int port = host.port();
        AtomicInteger met = new AtomicInteger();
        try (TestMember ana = new TestMember("Ana", port, folder).join(ROOM)) {
            host.close();
            try (FakeHost relay = new FakeHost(folder, port, c -> {
                met.incrementAndGet();
                c.hear("hello");
            })) {
                ana.say(ROOM, "not for the relay");
                Awaitility.await().atMost(TestMember.PATIENCE).until(() -> relay.port() == port && ana.events(ClientEvent.Offline.class).stream()
                        .anyMatch(o -> o.why().contains("its key is not the expected one")));
            }
            try (TestHost again = new TestHost(data, Settings.port(port)).open()) {
                ana.awaitTexts(1);
                assertThat(again.storedTexts()).containsExactly("not for the relay");
            }
            assertThat(ana.events(ClientEvent.Online.class)).hasSize(2).allMatch(o -> o.host().equals(ana.await(ClientEvent.Online.class).host()));
        }
    }

    @Test
    void aRelayThatTheInviteDoesNotNameIsNotEvenGreeted() throws IOException {
        AtomicInteger greeted = new AtomicInteger();
        try (TestHost host = new TestHost(folder.resolve("host")).open();
                FakeHost relay = new FakeHost(folder, 0, c -> {
                    c.hear("hello");
                    greeted.incrementAndGet();
                });
                TestMember ana = new TestMember(Clients.config("Ana", relay.port(), folder, Optional.of(host.server().fingerprint())))) {
            assertThat(ana.await(ClientEvent.Ended.class).reason()).isEqualTo(EndReason.HOST_CHANGED);
            assertThat(greeted).hasValue(0);
        }
    }

    private static TestHost start(TestHost host, Optional<String> password) {
        return password.isPresent() ? host.open(password.get()) : host.open();
    }

    private static void join(TestMember member, Optional<String> password) {
        member.client().join(ROOM, password.map(String::toCharArray), OptionalLong.empty());
    }

    /// Passes the bytes inside TLS on, both ways.
    private static FakeHost.Part relayTo(int port) {
        return client -> {
            try (PlainClient host = PlainClient.deaf(port)) {
                Socket there = host.socket();
                Thread.ofVirtual().start(() -> copy(there, client.socket()));
                copy(client.socket(), there);
            }
        };
    }

    private static void copy(Socket from, Socket to) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            return; // either side has closed
        }
    }
}
