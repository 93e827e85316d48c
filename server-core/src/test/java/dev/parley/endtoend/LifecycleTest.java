package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.EndReason;
import dev.parley.client.RoomClient;
import dev.parley.crypto.HostIdentity;
import dev.parley.log.MessageLog;
import dev.parley.log.RoomOptions;
import dev.parley.log.h2.H2MessageLog;
import dev.parley.protocol.MessageText;
import dev.parley.server.RoomServer;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void startingAndClosingAHostLeavesNothingBehind() throws IOException {
        new TestHost(folder).open().close(); // what is made once and stays
        long files = openFiles();
        for (int i = 0; i < 50; i++) {
            new TestHost(folder).open().close();
        }
        assertNothingBehind(files);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void comingChattingAndLeavingLeavesNothingBehind() throws Exception {
        try (TestHost host = new TestHost(folder).open()) {
            visit(host.port(), 0);
            long files = openFiles();
            long threads = threads();
            for (int i = 1; i <= 200; i++) {
                visit(host.port(), i);
            }
            Awaitility.await().atMost(TestMember.PATIENCE).untilAsserted(() -> {
                assertThat(host.server().rooms().getFirst().members()).isZero();
                assertThat(threads()).isLessThanOrEqualTo(threads);
                assertThat(openFiles()).isLessThanOrEqualTo(files + 5);
            });
            assertThat(host.storedTexts()).hasSize(201);
        }
    }

    private void visit(int port, int number) throws InterruptedException {
        try (RoomClient client = RoomClient.open(Clients.config("Visitor " + number % 7, port, folder, Optional.empty()))) {
            client.join(ROOM, Optional.empty(), OptionalLong.empty());
            client.send(ROOM, new MessageText("visit " + number));
            ClientEvent event;
            do {
                event = client.poll(TestMember.PATIENCE).orElseThrow();
                assertThat(event).isNotInstanceOfAny(ClientEvent.Ended.class, ClientEvent.JoinFailed.class, ClientEvent.Refused.class);
            } while (!(event instanceof ClientEvent.Sent));
        }
    }

    private static void assertNothingBehind(long files) {
        Awaitility.await().atMost(TestMember.PATIENCE).untilAsserted(() -> {
            assertThat(threads()).isZero();
            assertThat(openFiles()).isLessThanOrEqualTo(files + 5); // class files and the like
        });
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("parley-")).count();
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    @Test
    void whoComesWhileTheRoomsAreBeingOpenedFindsThem() throws IOException {
        HostIdentity identity = HostIdentity.loadOrCreate(folder.resolve("identity.p12"), new SecureRandom(), Clock.systemUTC());
        MessageLog log = H2MessageLog.open(folder, Clock.systemUTC()).log();
        try (RoomServer server = RoomServer.start(TestHost.loopback(folder), identity, log, new ServerListener() {});
                TestMember ana = new TestMember("Ana", server.port(), folder);
                Socket rude = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            ana.client().join(ROOM, Optional.empty(), OptionalLong.empty());
            rude.getOutputStream().write("Who says this is put out.".getBytes(StandardCharsets.US_ASCII));
            rude.setSoTimeout(500);
            assertThatThrownBy(rude.getInputStream()::read).isInstanceOf(SocketTimeoutException.class); // nobody is let in yet
            server.openRoom(ROOM, Optional.empty(), RoomOptions.standard());
            server.accept();
            ana.await(ClientEvent.CaughtUp.class);
            assertThat(ana.events(ClientEvent.JoinFailed.class)).isEmpty();
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        TestHost host = new TestHost(folder).open();
        TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
        ana.client().close();
        ana.close();
        assertThat(ana.events(ClientEvent.Ended.class)).hasSize(1).allMatch(e -> e.reason() == EndReason.CLOSED);
        host.close();
        host.close();
    }

    @Test
    void aClientMayBeClosedWhileItConnects() throws Exception {
        try (TestHost host = new TestHost(folder).open("secret");
                ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (int port : new int[] {host.port(), mute.getLocalPort()}) {
                for (int i = 0; i < 10; i++) {
                    RoomClient client = RoomClient.open(Clients.config("Ana" + i, port, folder, Optional.empty()));
                    client.join(ROOM, Optional.of("secret".toCharArray()), OptionalLong.empty());
                    if (i % 2 == 1 && port == host.port()) {
                        assertThat(client.next()).isInstanceOf(ClientEvent.Online.class); // in the middle of the proof
                    }
                    client.close();
                    ClientEvent last;
                    do {
                        last = client.poll(TestMember.PATIENCE).orElseThrow();
                    } while (!(last instanceof ClientEvent.Ended));
                    assertThat(((ClientEvent.Ended) last).reason()).isEqualTo(EndReason.CLOSED);
                }
            }
            host.awaitMembers(0);
        }
    }

    @Test
    void whatIsWrittenJustBeforeClosingIsToldApart() throws Exception {
        try (TestHost host = new TestHost(folder).open()) {
            RoomClient client = RoomClient.open(Clients.config("Ana", host.port(), folder, Optional.empty()));
            client.send(ROOM, new MessageText("not in any room"));
            assertThat(client.next()).isInstanceOf(ClientEvent.Refused.class);
            client.close();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> client.send(ROOM, new MessageText("x"))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aClosingHostTellsItsMembersAndFreesThePortAtOnce() throws IOException {
        TestHost host = new TestHost(folder).open();
        int port = host.port();
        try (PlainClient plain = new PlainClient(port).enter("Plain", "Lobby"); TestMember ana = new TestMember("Ana", port, folder).join(ROOM)) {
            host.close();
            assertThat(plain.expectError("closing")).isEqualTo("closing");
            plain.awaitEnd();
            ana.await(ClientEvent.Offline.class);
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try (ServerSocket tcp = new ServerSocket(); DatagramSocket udp = new DatagramSocket(address)) {
                tcp.setReuseAddress(true);
                tcp.bind(address);
                assertThat(udp.getLocalPort()).isEqualTo(tcp.getLocalPort());
            }
        }
    }

    @Test
    void nobodyThereIsSaidInWords() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (TestMember ana = new TestMember("Ana", free, folder)) {
            ClientEvent.Ended ended = ana.await(ClientEvent.Ended.class);
            assertThat(ended.reason()).isEqualTo(EndReason.CANNOT_CONNECT);
            assertThat(ended.message()).startsWith("nobody hosts at ");
        }
    }
}
