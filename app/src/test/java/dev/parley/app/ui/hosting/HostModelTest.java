package dev.parley.app.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.app.memory.RememberedRoom;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.RoomPassword;
import dev.parley.app.ui.start.HostRequest;
import dev.parley.app.ui.start.HostResult;
import dev.parley.client.ClientConfig;
import dev.parley.client.ClientEvent;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.RoomClient;
import dev.parley.log.History;
import dev.parley.log.Retention;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real host behind the model, and real clients over loopback.
@Timeout(60)
class HostModelTest {

    private static final RoomName CREW = new RoomName("Crew");
    private static final RoomName PHYSICS = new RoomName("Physics 2B");

    @TempDir
    Path folder = Path.of("");

    private final ExecutorService fx = Executors.newSingleThreadExecutor();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        fx.shutdown();
    }

    private HostModel model(String name) {
        return model(parts(name));
    }

    private HostParts parts(String name) {
        HostParts parts = Scenes.parts(folder.resolve(name), fx);
        open.add(parts.memory());
        open.add(parts.settings());
        return parts;
    }

    private HostModel model(HostParts parts) {
        HostModel model = new HostModel(parts);
        open.add(model);
        return model;
    }

    private <T> T see(Callable<T> what) throws Exception {
        return fx.submit(what).get(20, TimeUnit.SECONDS);
    }

    private static <T> T end(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static HostRequest request(RoomName room, String password, OptionalInt port) {
        Optional<char[]> secret = password.isEmpty() ? Optional.empty() : Optional.of(password.toCharArray());
        return new HostRequest(room, secret, new History.All(), Duration.ofMinutes(5), port, Retention.FOREVER);
    }

    private RoomKey host(HostModel model, RoomName room, String password) throws Exception {
        HostResult result = end(model.host(request(room, password, OptionalInt.of(0))));
        assertThat(result).isInstanceOf(HostResult.Started.class);
        return ((HostResult.Started) result).room();
    }

    private HostedRoom room(HostModel model, RoomName name) throws Exception {
        return see(() -> model.state().find(name).orElseThrow());
    }

    private RoomClient guest(HostModel model, String name) throws Exception {
        int port = see(() -> model.state().portProperty().get());
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        FileKnownHosts known = FileKnownHosts.open(folder.resolve(name + "-known.json"));
        RoomClient client = RoomClient.open(new ClientConfig(() -> List.of(address), new UserName(name), Optional.empty(),
                known, name.repeat(32).substring(0, 32).getBytes(StandardCharsets.US_ASCII), Optional.empty(), true));
        open.add(client);
        return client;
    }

    private static <E extends ClientEvent> E next(RoomClient client, Class<E> type) throws InterruptedException {
        while (true) {
            ClientEvent event = client.next();
            if (type.isInstance(event)) {
                return type.cast(event);
            }
            assertThat(event).isNotInstanceOf(ClientEvent.Ended.class);
        }
    }

    private RoomClient inside(HostModel model, String name, RoomName room, String password) throws Exception {
        RoomClient client = guest(model, name);
        client.join(room, password.isEmpty() ? Optional.empty() : Optional.of(password.toCharArray()), OptionalLong.empty());
        next(client, ClientEvent.Joined.class);
        return client;
    }

    @Test
    void furtherRoomsJoinTheRunningHost() throws Exception {
        HostModel model = model("h");
        RoomKey crew = host(model, CREW, "");
        int port = see(() -> model.state().portProperty().get());
        RoomKey physics = host(model, PHYSICS, "secret");
        assertThat(physics.host()).isEqualTo(crew.host());
        assertThat(see(() -> model.state().portProperty().get())).isEqualTo(port);
        assertThat(see(() -> model.state().rooms().stream().map(HostedRoom::name).toList())).containsExactlyInAnyOrder(CREW, PHYSICS);
        assertThat(room(model, CREW).lockedProperty().get()).isFalse();
        assertThat(room(model, PHYSICS).lockedProperty().get()).isTrue();
    }

    @Test
    void aRoomIsRememberedAsOurOwnAndGoesOnAsItWas() throws Exception {
        HostModel model = model("h");
        RoomKey key = host(model, PHYSICS, "secret");
        end(model.changeOptions(room(model, PHYSICS), o -> new RoomOptions(new History.None(), Duration.ZERO,
                new Retention(Optional.of(Duration.ofDays(7)), OptionalLong.empty()), o.maxMembers())));
        end(model.stop());
        assertThat(see(() -> model.state().runningProperty().get())).isFalse();
        assertThat(see(() -> model.state().rooms().size())).isZero();

        assertThat(end(model.hostAgain(PHYSICS, OptionalInt.empty()))).isEqualTo(new HostResult.Started(key));
        HostedRoom again = room(model, PHYSICS);
        assertThat(again.lockedProperty().get()).isTrue();
        assertThat(again.optionsProperty().get().history()).isEqualTo(new History.None());
        assertThat(again.optionsProperty().get().retention().age()).contains(Duration.ofDays(7));
    }

    @Test
    void aRequestWithoutAPasswordTakesNoneAway() throws Exception {
        HostModel model = model("h");
        host(model, PHYSICS, "secret");
        host(model, PHYSICS, "");
        assertThat(room(model, PHYSICS).lockedProperty().get()).isTrue();
    }

    @Test
    void aRoomThatIsNotInTheLogIsNotOpenedWithoutItsPassword() throws Exception {
        HostModel model = model("h");
        assertThat(end(model.hostAgain(CREW, OptionalInt.of(0)))).isInstanceOfSatisfying(HostResult.Failed.class,
                failed -> assertThat(failed.words()).contains("Crew"));
        assertThat(see(() -> model.state().runningProperty().get())).isFalse();
    }

    @Test
    void aNewPasswordCountsForWhoComesNow() throws Exception {
        HostModel model = model("h");
        host(model, PHYSICS, "old");
        RoomClient ben = inside(model, "Ben", PHYSICS, "old");
        assertThat(end(model.changePassword(room(model, PHYSICS), new RoomPassword.Fresh("new".toCharArray()))))
                .isEqualTo(new Change.Done());
        RoomClient eve = guest(model, "Eve");
        eve.join(PHYSICS, Optional.of("old".toCharArray()), OptionalLong.empty());
        assertThat(next(eve, ClientEvent.JoinFailed.class).code()).isEqualTo(ErrorCode.WRONG_PASSWORD);
        inside(model, "Dana", PHYSICS, "new");
        ben.send(PHYSICS, new MessageText("still here"));
        next(ben, ClientEvent.Sent.class);
    }

    @Test
    void aRenamedRoomKeepsItsPeopleAndWhatIsRemembered() throws Exception {
        HostParts parts = parts("h");
        HostModel model = model(parts);
        RoomKey before = host(model, CREW, "");
        parts.memory().change(before, r -> r.withDraft("unsent"));
        RoomClient ben = inside(model, "Ben", CREW, "");
        HostedRoom room = room(model, CREW);
        assertThat(end(model.rename(room, PHYSICS))).isEqualTo(new Change.Done());
        assertThat(next(ben, ClientEvent.Renamed.class).now()).isEqualTo(PHYSICS);
        assertThat(see(room::name)).isEqualTo(PHYSICS);
        await().until(() -> see(() -> model.state().rooms().size()) == 1);
        assertThat(room(model, PHYSICS)).isSameAs(room);
        RoomKey after = new RoomKey(before.host(), PHYSICS);
        assertThat(parts.memory().find(before)).isEmpty();
        assertThat(parts.memory().find(after).map(RememberedRoom::draft)).contains("unsent");
    }

    @Test
    void aNameThatIsTakenIsSaid() throws Exception {
        HostModel model = model("h");
        host(model, CREW, "");
        host(model, PHYSICS, "");
        assertThat(end(model.rename(room(model, CREW), new RoomName("physics 2b"))))
                .isEqualTo(new Change.Failed(Scenes.TEXTS.get("hosting.name-taken")));
        assertThat(end(model.host(request(new RoomName("crew"), "", OptionalInt.empty()))))
                .isInstanceOfSatisfying(HostResult.Failed.class, failed -> assertThat(failed.words()).contains("“Crew”"));
    }

    @Test
    void closingTheLastRoomStopsTheHost() throws Exception {
        HostModel model = model("h");
        host(model, CREW, "");
        host(model, PHYSICS, "");
        RoomClient ben = inside(model, "Ben", CREW, "");
        end(model.closeRoom(room(model, CREW)));
        assertThat(next(ben, ClientEvent.Left.class).reason()).contains(ErrorCode.ROOM_CLOSED);
        await().until(() -> see(() -> model.state().rooms().stream().map(HostedRoom::name).toList().equals(List.of(PHYSICS))));
        assertThat(see(() -> model.state().runningProperty().get())).isTrue();
        end(model.closeRoom(room(model, PHYSICS)));
        assertThat(see(() -> model.state().runningProperty().get())).isFalse();
    }

    @Test
    void peopleAndMessagesAreCountedAndAskedAbout() throws Exception {
        HostModel model = model("h");
        host(model, PHYSICS, "");
        assertThat(see(() -> StopQuestion.ofAll(model.state(), Scenes.TEXTS))).isEmpty();
        RoomClient ben = inside(model, "Ben", PHYSICS, "");
        inside(model, "Dana", PHYSICS, "");
        HostedRoom room = room(model, PHYSICS);
        await().until(() -> see(room::others) == 2);
        ben.send(PHYSICS, new MessageText("one"));
        ben.send(PHYSICS, new MessageText("two"));
        await().until(() -> see(() -> room.perMinuteProperty().get().stream().mapToInt(i -> i).sum()) == 2);
        assertThat(see(() -> StopQuestion.ofAll(model.state(), Scenes.TEXTS))).get().satisfies(question ->
                assertThat(question.words()).startsWith("2 people are in Physics 2B."));
    }

    @Test
    void aPausedRoomTakesNobodyIn() throws Exception {
        HostModel model = model("h");
        host(model, CREW, "");
        HostedRoom room = room(model, CREW);
        end(model.pause(room, true));
        assertThat(see(() -> room.pausedProperty().get())).isTrue();
        RoomClient ben = guest(model, "Ben");
        ben.join(CREW, Optional.empty(), OptionalLong.empty());
        assertThat(next(ben, ClientEvent.JoinFailed.class).code()).isEqualTo(ErrorCode.PAUSED);
        end(model.pause(room, false));
        inside(model, "Dana", CREW, "");
    }

    @Test
    void aPersonCanBeRemoved() throws Exception {
        HostModel model = model("h");
        host(model, CREW, "");
        RoomClient ben = inside(model, "Ben", CREW, "");
        assertThat(end(model.remove(CREW, new UserName("Ben"), true))).isEqualTo(new Change.Done());
        assertThat(next(ben, ClientEvent.Left.class).reason()).contains(ErrorCode.KICKED);
    }

    @Test
    void aTakenPortIsToldWithAFreeOne() throws Exception {
        HostModel model = model("h");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(end(model.host(request(CREW, "", OptionalInt.of(port))))).isInstanceOfSatisfying(
                    HostResult.PortTaken.class, result -> {
                        assertThat(result.port()).isEqualTo(port);
                        assertThat(result.free()).isNotEqualTo(port);
                    });
        }
        host(model, CREW, "");
    }

    @Test
    void aFolderThatAnotherHostUsesIsTold() throws Exception {
        HostModel first = model("h");
        host(first, CREW, "");
        int port = see(() -> first.state().portProperty().get());
        assertThat(end(model("h").host(request(PHYSICS, "", OptionalInt.of(0))))).isInstanceOfSatisfying(
                HostResult.Failed.class, failed -> assertThat(failed.words()).contains(String.valueOf(port)));
    }

    @Test
    void nothingCanBeChangedOnceItHasStopped() throws Exception {
        HostModel model = model("h");
        host(model, CREW, "");
        HostedRoom room = room(model, CREW);
        end(model.stop());
        assertThat(end(model.pause(room, true))).isEqualTo(new Change.Failed(Scenes.TEXTS.get("hosting.not-running")));
    }
}
