package dev.parley.discovery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/// Announcer and browser through JmDNS on a real network card of this machine.
@Timeout(90)
class DnsSdTest {

    private final String id = FakeHost.id(new SecureRandom().nextInt(1_000_000_000)); // other tests may share the network
    private final List<RoomSighting> told = new CopyOnWriteArrayList<>();
    private List<LocalAddress> card = List.of();

    @BeforeAll
    static void jmDnsIsLessTalkative() {
        if (LoggerFactory.getLogger("javax.jmdns") instanceof Logger logger) {
            logger.setLevel(Level.WARN);
        }
    }

    @BeforeEach
    void multicastMustWork() {
        Optional<LocalAddress> works = NetworkInterfaces.onePerCard(NetworkInterfaces.usable()).stream()
                .filter(a -> a.isIpv4() && MulticastProbe.run(a).level() == Finding.Level.OK).findFirst();
        assumeTrue(works.isPresent(), "no network card of this machine gives multicast back to its sender");
        card = works.stream().toList();
    }

    @AfterEach
    void noThreadIsLeft() {
        await().atMost(20, SECONDS).until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().contains("JmDNS") || t.getName().contains("parley-")));
    }

    private Browser browse(Duration lostAfter) {
        return Browser.start(
                new BrowserConfig(List.of(), true, false, lostAfter, System::nanoTime, () -> card, new SecureRandom()),
                sighting -> {
                    if (sighting.room().hostId().equals(id)) {
                        told.add(sighting);
                    }
                });
    }

    @Test
    void anAnnouncedRoomIsFoundFollowedAndLostAfterItsGoodbye() {
        try (FakeHost host = FakeHost.on(card.getFirst().address(), id, FakeHost.room("Physics 2.B 👍", 1));
                Browser browser = browse(BrowserConfig.LOST_AFTER)) {
            try (Announcer announcer = Announcer.start(host::announcement, () -> card, a -> true)) {
                await().atMost(30, SECONDS).until(() -> told.size() == 1);
                assertThat(told.getFirst()).isEqualTo(new RoomSighting.Found(new SightedRoom(
                        FakeHost.room("Physics 2.B 👍", 1).name(), false, 1, FakeHost.ANA, id, host.address())));
                host.setRooms(FakeHost.room("Physics 2.B 👍", 2));
                announcer.refresh();
                browser.refreshNow();
                await().atMost(15, SECONDS).until(() -> told.size() == 2);
                assertThat(told.get(1)).isInstanceOf(RoomSighting.Updated.class);
                host.behave(FakeHost.SILENT);
            }
            await().atMost(30, SECONDS).until(() -> told.getLast() instanceof RoomSighting.Lost);
        }
    }

    @Test
    void aHostThatTakesTcpOnlyIsListedToo() throws IOException {
        InetSocketAddress any = new InetSocketAddress(card.getFirst().address(), 0);
        ServerSocket server = new ServerSocket();
        server.bind(any);
        Announcement truth = new Announcement(
                id, FakeHost.ANA, server.getLocalPort(), List.of(FakeHost.room("Tea", 1), FakeHost.room("Two", 2)));
        try (Announcer announcer = Announcer.start(() -> truth, () -> card, a -> true);
                Browser browser = browse(Duration.ofSeconds(6))) {
            announcer.refresh();
            browser.refreshNow();
            await().atMost(40, SECONDS).until(() -> told.size() == 2);
            assertThat(told).allMatch(s -> s instanceof RoomSighting.Found);
            assertThat(told.getFirst().room().address()).isEqualTo(new InetSocketAddress(any.getAddress(), truth.port()));
            server.close();
            await().atMost(30, SECONDS).until(() -> told.size() == 4);
            assertThat(told.subList(2, 4)).allMatch(s -> s instanceof RoomSighting.Lost);
        } finally {
            server.close();
        }
    }
}
