package dev.parley.app.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.FakeLookout;
import dev.parley.app.session.FakeRoomClient;
import dev.parley.app.session.HostAddresses;
import dev.parley.app.session.Located;
import dev.parley.app.session.WishedName;
import dev.parley.client.ClientConfig;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.RoomClient;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Hosts that nobody has met before, some of which lie.
@Timeout(30)
class StrangerTest {

    private static final RoomName CREW = new RoomName("Crew");
    private static final InetSocketAddress ADDRESS = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7420);

    @TempDir
    Path folder = Path.of("");

    private final FakeRoomClient.Host host = new FakeRoomClient.Host("Crew", null);
    private final WindowThread window = new WindowThread();

    private FileKnownHosts known() {
        return FileKnownHosts.open(folder.resolve("known.json"));
    }

    private Links links() {
        return new Links(this::lying, known(), new byte[32], () -> true, window);
    }

    /// Says that its room is locked, and lets everybody in.
    private RoomClient lying(ClientConfig config) {
        RoomClient honest = host.connect(config);
        return (RoomClient) Proxy.newProxyInstance(RoomClient.class.getClassLoader(), new Class<?>[] {RoomClient.class},
                (_, method, args) -> method.getName().equals("rooms")
                        ? CompletableFuture.completedFuture(List.of(new Reply.RoomInfo(CREW, true, 1)))
                        : method.invoke(honest, args));
    }

    private static JoinWish wish(boolean trusted) {
        Located where = new Located(CREW, Optional.empty(), new HostAddresses(new FakeLookout(), List.of(ADDRESS), Optional.empty()),
                Optional.empty(), false);
        return new JoinWish(where, WishedName.of(Optional.empty(), "Ben"), Optional.empty(), trusted);
    }

    @Test
    void aLockThatIsOnlyAnnouncedOpensNothingAndIsNotRemembered() {
        try (Links links = links()) {
            assertThat(window.answer(links.join(wish(false)))).isEqualTo(new JoinOutcome.FirstContact(FakeRoomClient.HOST));
            assertThat(links.find(new RoomKey(FakeRoomClient.HOST, CREW))).isEmpty();
            window.until(() -> host.clients.getFirst().calls.contains("leave"));
            assertThat(window.answer(links.join(wish(true)))).isInstanceOf(JoinOutcome.In.class);
            assertThat(host.clients).as("the same connection").hasSize(1);
        }
    }

    @Test
    void nothingIsPinnedWhileTheWordsAreStillToBeCompared() {
        CautiousHosts cautious = new CautiousHosts(known(), room -> false);
        cautious.pin(ADDRESS, CREW, FakeRoomClient.HOST);
        assertThat(known().knows(FakeRoomClient.HOST)).isFalse();
        new CautiousHosts(known(), room -> true).pin(ADDRESS, CREW, FakeRoomClient.HOST);
        assertThat(known().knows(FakeRoomClient.HOST)).isTrue();
    }

    @Test
    void whoeverGivesUpIsNotInside() {
        try (Links links = links()) {
            CompletableFuture<JoinOutcome> outcome = links.join(wish(true));
            outcome.cancel(false);
            window.until(() -> !host.clients.isEmpty() && host.clients.getFirst().calls.contains("leave"));
            assertThat(links.find(new RoomKey(FakeRoomClient.HOST, CREW))).isEmpty();
        }
    }

    @Test
    void whoeverGivesUpAtTheLastMomentIsNotInsideEither() {
        RoomKey room = new RoomKey(FakeRoomClient.HOST, CREW);
        try (Links links = links()) {
            CompletableFuture<JoinOutcome> outcome = links.join(wish(true));
            Awaitility.await("inside, which the window does not know yet").until(() -> links.find(room).isPresent());
            outcome.cancel(false);
            window.until(() -> host.clients.getFirst().calls.contains("leave"));
            assertThat(links.find(room)).isEmpty();
        }
    }

    @Test
    void aClientThatCannotBeMadeIsAnAnswerToo() {
        try (Links links = new Links(_ -> {
            throw new IllegalStateException("no sockets left");
        }, known(), new byte[32], () -> true, window)) {
            assertThat(window.answer(links.join(wish(true)))).isEqualTo(new JoinOutcome.CannotConnect("no sockets left"));
        }
    }

    @Test
    void aConnectionThatBreaksBeforeWeAreInsideIsToldAtOnce() {
        host.unreachable = true;
        try (Links links = links()) {
            assertThat(window.answer(links.join(wish(true)))).isEqualTo(new JoinOutcome.CannotConnect("nobody there"));
            host.unreachable = false;
            assertThat(window.answer(links.join(new JoinWish(wish(true).where(), new WishedName(Optional.empty(), new UserName("Ben")),
                    Optional.empty(), true)))).isInstanceOf(JoinOutcome.In.class);
        }
    }
}
