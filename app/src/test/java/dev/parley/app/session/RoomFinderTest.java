package dev.parley.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.client.FileKnownHosts;
import dev.parley.client.KnownHosts;
import dev.parley.crypto.Fingerprint;
import dev.parley.discovery.RoomSighting;
import dev.parley.discovery.SightedRoom;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomFinderTest {

    private static final RoomName CREW = new RoomName("Crew");
    private static final String ANA = "A".repeat(43);
    private static final String EVE = "B".repeat(42) + "A";
    private static final Duration SHORT = Duration.ofMillis(100);

    @TempDir
    Path folder = Path.of("");

    private final FakeLookout lookout = new FakeLookout();
    private KnownHosts known = new OwnHost(key(ANA));

    @BeforeEach
    void nobodyIsKnown() {
        known = FileKnownHosts.open(folder.resolve("known-hosts.json"));
    }

    private static Fingerprint key(String text) {
        return Fingerprint.parse(text).orElseThrow();
    }

    private static InetSocketAddress at(int port) {
        return InetSocketAddress.createUnresolved("localhost", port);
    }

    private RoomFinder finder() {
        return new RoomFinder(lookout, known);
    }

    @Test
    void findsARoomByItsName() throws InterruptedException {
        Located found = finder(with(CREW, ANA, 7420)).byName(CREW, SHORT);
        assertThat(found.expected()).contains(key(ANA));
        assertThat(found.vouched()).isFalse();
        assertThat(found.addresses().get()).containsExactly(at(7420));
        assertThat(lookout.open).hasValue(0);
    }

    private FakeLookout with(RoomName room, String hostId, int port) {
        return lookout.with(room.value(), hostId.equals(ANA) ? "Ana" : "Eve", hostId, port, false);
    }

    private RoomFinder finder(FakeLookout on) {
        return new RoomFinder(on, known);
    }

    @Test
    void saysWhatElseThereIs() {
        lookout.with("Other", "Ana", ANA, 7420, false);
        assertThatThrownBy(() -> finder().byName(CREW, SHORT)).isInstanceOfSatisfying(SessionException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.NO_SUCH_ROOM);
            assertThat(e.args()).contains("Other");
        });
    }

    @Test
    void aKnownHostWinsOverAStranger() throws InterruptedException {
        known.pin(at(7420), CREW, key(ANA));
        with(CREW, EVE, 7421);
        with(CREW, ANA, 7420);
        assertThat(finder().byName(CREW, SHORT).expected()).contains(key(ANA));
    }

    @Test
    void betweenStrangersAPersonChooses() {
        with(CREW, EVE, 7421);
        with(CREW, ANA, 7420);
        assertThatThrownBy(() -> finder().byName(CREW, SHORT))
                .isInstanceOfSatisfying(SessionException.class, e -> assertThat(e.code()).isEqualTo("several-hosts"));
    }

    @Test
    void anotherKeyAtTheSamePlaceIsAHardStop() throws InterruptedException {
        known.pin(at(7420), CREW, key(ANA));
        with(CREW, EVE, 7420);
        assertThatThrownBy(() -> finder().byName(CREW, SHORT))
                .isInstanceOfSatisfying(SessionException.class, e -> assertThat(e.code()).isEqualTo("host-changed"));
        assertThat(finder().trusting(key(EVE)).byName(CREW, SHORT).expected()).contains(key(EVE));
    }

    @Test
    void listsWhatIsInSightInOrder() throws InterruptedException {
        lookout.with("b", "Ana", ANA, 1, false).with("A", "Ana", ANA, 1, true).with("a", "Eve", EVE, 2, false);
        assertThat(finder().all(SHORT)).extracting(r -> r.room().value()).containsExactly("A", "a", "b");
    }

    @Test
    void aHostThatMovedIsFoundAgainOnlyByItsKey() {
        AtomicReference<Consumer<RoomSighting>> listener = new AtomicReference<>(s -> {});
        FakeLookout watched = new FakeLookout() {
            @Override
            public Watch watch(List<InetSocketAddress> remembered, Consumer<RoomSighting> to) {
                listener.set(to);
                return super.watch(remembered, to);
            }
        };
        try (HostAddresses addresses = new HostAddresses(watched, List.of(at(7420)), Optional.of(key(ANA)))) {
            assertThat(addresses.get()).containsExactly(at(7420));
            assertThat(watched.open).hasValue(0);
            assertThat(addresses.get()).containsExactly(at(7420));
            assertThat(watched.open).hasValue(1);
            listener.get().accept(new RoomSighting.Found(sighted(EVE, 6666)));
            listener.get().accept(new RoomSighting.Found(sighted(ANA, 7421)));
            assertThat(addresses.get()).containsExactly(at(7421), at(7420));
            addresses.reached(key(ANA));
            assertThat(watched.open).hasValue(0);
        }
        assertThat(watched.open).hasValue(0);
    }

    private static SightedRoom sighted(String hostId, int port) {
        return new SightedRoom(CREW, false, 1, new UserName("x"), hostId, at(port));
    }
}
