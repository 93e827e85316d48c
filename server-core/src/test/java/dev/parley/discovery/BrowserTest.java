package dev.parley.discovery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BrowserTest {

    private static final Duration SHORT = Duration.ofSeconds(3);

    private final List<RoomSighting> told = new CopyOnWriteArrayList<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    @AfterEach
    void noThreadIsLeft() {
        await().atMost(10, SECONDS).until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().startsWith("parley-browser")));
    }

    private static BrowserConfig config(Duration lostAfter, InetSocketAddress... remembered) {
        return new BrowserConfig(
                List.of(remembered), false, false, lostAfter, System::nanoTime, List::of, new SecureRandom());
    }

    private Browser start(Duration lostAfter, InetSocketAddress... remembered) {
        return Browser.start(config(lostAfter, remembered), sighting -> {
            threads.add(Thread.currentThread());
            told.add(sighting);
        });
    }

    @Test
    void aRememberedHostIsFoundFollowedAndLost() {
        try (FakeHost host = FakeHost.onLoopback(FakeHost.id(1), FakeHost.room("Crew", 1));
                Browser browser = start(SHORT, host.address())) {
            await().until(() -> told.size() == 1);
            assertThat(told).first().isEqualTo(new RoomSighting.Found(new SightedRoom(
                    FakeHost.room("Crew", 1).name(), false, 1, FakeHost.ANA, FakeHost.id(1), host.address())));
            host.setRooms(FakeHost.room("Crew", 2), FakeHost.room("Two", 0));
            await().pollDelay(Duration.ofMillis(300)).until(() -> {
                browser.refreshNow();
                return told.stream().anyMatch(s -> s instanceof RoomSighting.Updated);
            });
            assertThat(told).hasExactlyElementsOfTypes(
                    RoomSighting.Found.class, RoomSighting.Updated.class, RoomSighting.Found.class);
            host.behave(FakeHost.SILENT);
            await().until(() -> told.size() == 5);
            assertThat(told.subList(3, 5)).allMatch(s -> s instanceof RoomSighting.Lost);
            assertThat(threads).hasSize(1);
        }
    }

    @Test
    void aHostNameIsResolvedInTheBackground() {
        try (FakeHost host = FakeHost.onLoopback(FakeHost.id(1), FakeHost.room("Crew", 1));
                Browser browser = start(SHORT, InetSocketAddress.createUnresolved("localhost", host.address().getPort()))) {
            await().until(() -> {
                browser.refreshNow();
                return !told.isEmpty();
            });
        }
    }

    @Test
    void answersToQuestionsThatNobodyAskedAreIgnored() {
        try (FakeHost host = FakeHost.onLoopback(FakeHost.id(1), FakeHost.room("Crew", 1))
                        .behave((nonce, truth) -> List.of(Beacon.answer(nonce + 1, truth)));
                Browser browser = start(SHORT, host.address())) {
            await().until(() -> host.questions.get() >= 4);
            assertThat(told).isEmpty();
            host.behave(FakeHost.HONEST);
            browser.refreshNow();
            await().until(() -> told.size() == 1);
        }
    }

    @Test
    void malformedAnswersDoNoHarm() {
        Random random = new Random(42);
        try (FakeHost host = FakeHost.onLoopback(FakeHost.id(1), FakeHost.room("Crew", 1))
                        .behave((nonce, truth) -> IntStream.range(0, 200).mapToObj(i -> mutilated(random, nonce, truth)).toList());
                Browser browser = start(Duration.ofSeconds(20), host.address())) {
            await().until(() -> {
                browser.refreshNow();
                return host.questions.get() >= 8;
            });
            host.behave(FakeHost.HONEST);
            browser.refreshNow();
            await().until(() -> told.stream().anyMatch(s -> s.room().room().value().equals("Crew")));
        }
    }

    private static byte[] mutilated(Random random, long nonce, Announcement truth) {
        byte[] bytes = Beacon.answer(nonce, truth);
        int kept = 14 + random.nextInt(bytes.length - 14);
        byte[] bad = random.nextBoolean() ? Arrays.copyOf(bytes, kept) : Arrays.copyOf(bytes, 1 + random.nextInt(1400));
        bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
        return bad;
    }

    @Test
    void aFloodOfForgedHostsFillsFiftyPlacesAtMost() {
        AtomicInteger forged = new AtomicInteger(1000);
        try (FakeHost host = FakeHost.onLoopback(FakeHost.id(1), FakeHost.room("Crew", 1))
                        .behave((nonce, truth) -> Stream.generate(() -> forgery(nonce, forged.incrementAndGet())).limit(2000).toList());
                Browser browser = start(Duration.ofSeconds(20), host.address())) {
            await().until(() -> told.size() >= 50 && host.questions.get() >= 4);
            assertThat(told).hasSize(50);
            browser.refreshNow();
            await().until(() -> host.questions.get() >= 5);
            assertThat(told).hasSize(50);
        }
    }

    private static byte[] forgery(long nonce, int number) {
        AnnouncedRoom room = FakeHost.room("forged " + number, 1);
        return Beacon.answer(nonce, new Announcement(FakeHost.id(number), FakeHost.ANA, 7420, List.of(room)));
    }

    @Test
    void aListenerThatFailsDoesNotStopTheSearchAndIsNotCalledAfterClose() {
        try (FakeHost host = FakeHost.onLoopback(FakeHost.id(1), FakeHost.room("Crew", 1))) {
            Browser browser = Browser.start(config(SHORT, host.address()), sighting -> {
                told.add(sighting);
                throw new IllegalStateException("a fault of the listener, as the test wants it");
            });
            await().until(() -> told.size() == 1);
            host.setRooms(FakeHost.room("Crew", 2));
            browser.refreshNow();
            await().until(() -> told.size() == 2);
            browser.close();
            browser.close();
            browser.refreshNow();
            assertThat(told).hasSize(2);
        }
    }

    @Test
    void aListenerMayCloseTheBrowserItself() {
        AtomicReference<Browser> self = new AtomicReference<>();
        try (FakeHost host = FakeHost.onLoopback(FakeHost.id(1), FakeHost.room("a", 1), FakeHost.room("b", 1));
                Browser browser = Browser.start(config(SHORT, host.address()), sighting -> {
                    told.add(sighting);
                    await().until(() -> self.get() != null);
                    self.get().close();
                })) {
            self.set(browser);
            await().until(() -> told.size() == 1);
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void theBroadcastStageFindsAHostOnAPortOfThisMachine() throws Exception {
        // the ports that are asked are fixed, so this needs one of them to be free
        List<LocalAddress> loopback = NetworkInterfaces.all().stream()
                .filter(a -> a.kind() == LocalAddress.Kind.LOOPBACK && a.isIpv4()).toList();
        DatagramSocket free = firstFree();
        assumeTrue(free != null, "all of the ports 7420 to 7427 are in use");
        try (FakeHost host = FakeHost.on(free, FakeHost.id(1), FakeHost.room("Crew", 1));
                Browser browser = Browser.start(new BrowserConfig(List.of(), false, true, SHORT, System::nanoTime,
                        () -> loopback, new SecureRandom()), told::add)) {
            await().until(() -> {
                browser.refreshNow();
                return told.stream().anyMatch(s -> s.room().hostId().equals(FakeHost.id(1)));
            });
            assertThat(host.questions.get()).isPositive();
        }
    }

    private static @Nullable DatagramSocket firstFree() {
        for (int port = 7427; port >= 7420; port--) {
            try {
                return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                // taken
            }
        }
        return null;
    }

    @Test
    void askingOneHostGivesItsAnnouncementOrNothing() {
        try (FakeHost host = FakeHost.onLoopback(FakeHost.id(1), FakeHost.room("Crew", 1))) {
            assertThat(Browser.ask(host.address(), Duration.ofSeconds(5)).join()).contains(host.announcement());
            host.behave((nonce, truth) -> List.of(
                    "junk".getBytes(StandardCharsets.US_ASCII), Beacon.answer(nonce ^ 1, truth),
                    Beacon.answer(nonce, truth)));
            assertThat(Browser.ask(host.address(), Duration.ofSeconds(5)).join()).contains(host.announcement());
            host.behave(FakeHost.SILENT);
            assertThat(Browser.ask(host.address(), Duration.ofMillis(700)).join()).isEmpty();
            assertThat(host.questions.get()).isGreaterThanOrEqualTo(4); // it was asked again
            assertThat(Browser.ask(InetSocketAddress.createUnresolved("no-such-host.invalid", 1), Duration.ofMillis(50)).join())
                    .isEmpty();
        }
    }
}
