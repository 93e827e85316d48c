package dev.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NetworkCheckTest {

    private static final Duration LISTEN = Duration.ofMillis(50);
    private static final Duration BUDGET = Duration.ofSeconds(20);

    private static final LocalAddress LOOPBACK = new LocalAddress(InetAddress.getLoopbackAddress(), "lo", "lo", 8,
            Optional.empty(), LocalAddress.Kind.LOOPBACK, false);
    // the loopback address in the clothes of a network card, so that the test needs no real one
    private static final LocalAddress CARD = new LocalAddress(InetAddress.getLoopbackAddress(), "eth0", "eth0", 8,
            Optional.empty(), LocalAddress.Kind.LAN, false);
    private static final LocalAddress VPN = new LocalAddress(InetAddress.getLoopbackAddress(), "wg0", "wg0", 8,
            Optional.empty(), LocalAddress.Kind.VPN, false);

    @Test
    void aMachineWithoutNetworkIsToldSo() {
        assertThat(codes(NetworkCheck.run(List.of(), freePort(), LISTEN, BUDGET))).contains("no-network");
        assertThat(codes(NetworkCheck.run(List.of(LOOPBACK), freePort(), LISTEN, BUDGET)))
                .contains("only-loopback").doesNotContain("card");
    }

    @Test
    void severalCardsAndTunnelsAreNamed() {
        LocalAddress second = new LocalAddress(InetAddress.getLoopbackAddress(), "eth1", "eth1", 8,
                Optional.empty(), LocalAddress.Kind.LAN, false);
        List<Finding> findings = NetworkCheck.run(List.of(CARD, second, VPN), freePort(), LISTEN, BUDGET);
        assertThat(facts(findings, "several-cards")).containsEntry("interfaces", "eth0, eth1");
        assertThat(facts(findings, "vpn")).containsEntry("interfaces", "wg0");
    }

    @Test
    void aFreePortIsFreeAndOneThatSomethingElseHasIsNot() throws IOException {
        assertThat(codes(NetworkCheck.run(List.of(CARD), freePort(), LISTEN, BUDGET))).contains("port-free");
        try (DatagramSocket other = new DatagramSocket(0)) {
            List<Finding> findings = NetworkCheck.run(List.of(CARD), other.getLocalPort(), LISTEN, BUDGET);
            assertThat(facts(findings, "port-used")).containsEntry("udp", "used");
        }
    }

    @Test
    void aRunningHostIsRecognizedAndItsTcpPortTried() throws IOException {
        try (FakeHost host = FakeHost.onLoopback(FakeHost.id(3), FakeHost.room("Crew", 1))) {
            int port = host.address().getPort();
            List<Finding> findings = NetworkCheck.run(List.of(CARD), port, LISTEN, BUDGET);
            assertThat(facts(findings, "host-here")).containsEntry("id", FakeHost.id(3)).containsEntry("host", "Ana");
            assertThat(level(findings, "tcp")).isEqualTo(Finding.Level.FAIL);
            try (ServerSocket server = new ServerSocket(port)) {
                assertThat(level(NetworkCheck.run(List.of(CARD), server.getLocalPort(), LISTEN, BUDGET), "tcp"))
                        .isEqualTo(Finding.Level.OK);
            }
        }
    }

    @Test
    void anInterruptEndsTheCheckEarlyWithWhatIsKnown() {
        AtomicReference<List<Finding>> result = new AtomicReference<>(List.of());
        int port = freePort();
        Thread thread = Thread.startVirtualThread(
                () -> result.set(NetworkCheck.run(List.of(CARD), port, Duration.ofSeconds(60), Duration.ofSeconds(60))));
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        thread.interrupt();
        await().until(() -> !thread.isAlive());
        assertThat(codes(result.get())).contains("card");
    }

    @Test
    void whatTakesTooLongIsSaidToBeUnfinished() {
        List<Finding> findings = NetworkCheck.run(List.of(CARD), freePort(), Duration.ofSeconds(60), Duration.ofMillis(1500));
        assertThat(facts(findings, "unfinished")).containsEntry("check", "hosts");
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static Map<String, String> facts(List<Finding> findings, String code) {
        return find(findings, code).facts();
    }

    private static Finding.Level level(List<Finding> findings, String code) {
        return find(findings, code).level();
    }

    private static Finding find(List<Finding> findings, String code) {
        return findings.stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow();
    }
}
