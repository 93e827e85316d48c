package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientConfig;
import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.EndReason;
import dev.parley.client.RoomClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A host at whose door too many wait takes the connection and closes it at once.
class FullDoorTest {

    @TempDir
    Path folder;

    @Test
    void aNewcomerKnocksAgain() throws IOException, InterruptedException {
        try (TestHost host = new TestHost(folder).open(); Door door = new Door()) {
            AtomicInteger attempts = new AtomicInteger();
            try (RoomClient client = newcomer(() -> attempts.incrementAndGet() <= 2 ? door.port() : host.port())) {
                ClientEvent first = client.poll(TestMember.PATIENCE).orElseThrow();
                assertThat(first).isInstanceOf(ClientEvent.Online.class);
                assertThat(attempts).hasValue(3);
                assertThat(door.closed).hasValue(2);
            }
        }
    }

    @Test
    void aDoorThatStaysShutIsToldInTheEnd() throws IOException, InterruptedException {
        try (Door door = new Door(); RoomClient client = newcomer(door::port)) {
            ClientEvent last = client.poll(TestMember.PATIENCE).orElseThrow();
            assertThat(last).isInstanceOfSatisfying(ClientEvent.Ended.class, ended -> {
                assertThat(ended.reason()).isEqualTo(EndReason.CANNOT_CONNECT);
                assertThat(ended.message()).contains("it may be full");
            });
            assertThat(door.closed).hasValueGreaterThan(3);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "parley.faults", matches = "true", disabledReason = "takes ten seconds")
    void aHostThatFoundNoTimeIsTriedAgain() throws IOException, InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        try (TestHost host = new TestHost(folder).open(); ServerSocket busy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RoomClient client = newcomer(() -> attempts.incrementAndGet() == 1 ? busy.getLocalPort() : host.port())) {
            assertThat(client.poll(TestMember.PATIENCE)).get().isInstanceOf(ClientEvent.Online.class);
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "parley.faults", matches = "true", disabledReason = "takes thirty seconds")
    void whoNeverAnswersIsToldAfterThreeAttempts() throws IOException, InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RoomClient client = newcomer(() -> {
                    attempts.incrementAndGet();
                    return silent.getLocalPort();
                })) {
            assertThat(client.poll(TestMember.PATIENCE.multipliedBy(2))).get().isInstanceOfSatisfying(ClientEvent.Ended.class, ended -> {
                assertThat(ended.reason()).isEqualTo(EndReason.CANNOT_CONNECT);
                assertThat(ended.message()).contains("nothing was heard");
            });
            assertThat(attempts).hasValue(3);
        }
    }

    private RoomClient newcomer(Port port) {
        ClientConfig usual = Clients.config("Ana", 1, folder, Optional.empty());
        ClientConfig config = new ClientConfig(
                () -> List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.now())), usual.name(),
                usual.expected(), usual.knownHosts(), usual.device(), usual.ownerToken(), false);
        RoomClient client = RoomClient.open(config);
        client.join(ROOM, Optional.empty(), OptionalLong.empty());
        return client;
    }

    private interface Port {
        int now();
    }

    private static final class Door implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger closed = new AtomicInteger();

        Door() throws IOException {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        socket.accept().close();
                        closed.incrementAndGet();
                    }
                } catch (IOException e) {
                    return; // the test is over
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
