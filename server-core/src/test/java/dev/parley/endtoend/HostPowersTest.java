package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.client.ClientEvent.JoinFailed;
import dev.parley.client.ClientEvent.Joined;
import dev.parley.client.ClientEvent.Left;
import dev.parley.client.ClientEvent.Refused;
import dev.parley.log.AuditType;
import dev.parley.log.History;
import dev.parley.log.LogException;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.RoomServer;
import dev.parley.server.RoomSettings;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostPowersTest {

    private static final UserName BEN = new UserName("Ben");
    private static final RoomName NOWHERE = new RoomName("Nowhere");

    @TempDir
    Path folder;

    @Test
    void whoIsRemovedLeavesAndMayComeBackByHand() {
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
            assertThat(host.server().remove(ROOM, new UserName("BEN"), false)).isTrue();
            assertThat(ben.await(Left.class).reason()).contains(ErrorCode.KICKED);
            assertThat(host.server().remove(ROOM, BEN, false)).as("not there any more").isFalse();
            assertThat(host.server().remove(NOWHERE, BEN, false)).isFalse();
            ben.say(ROOM, "let me in");
            assertThat(ben.await(Refused.class).code()).isEqualTo(ErrorCode.NOT_IN_ROOM);
            assertAudited(host, AuditType.KICKED, BEN);
            rejoin(ben, 2);
            ben.say(ROOM, "back");
            ana.awaitTexts(1);
        }
    }

    @Test
    void aPlainClientThatIsRemovedIsBackInTheLobby() throws IOException {
        try (TestHost host = new TestHost(folder).open(); PlainClient eve = new PlainClient(host.port()).enter("Eve", "Lobby")) {
            assertThat(host.server().remove(ROOM, new UserName("Eve"), true)).isTrue();
            assertThat(eve.expectError("exit")).isEqualTo("kicked");
            assertThat(eve.send("enter", "room", "Lobby").expectError("enter")).isEqualTo("banned");
            host.server().forgive(ROOM);
            eve.send("enter", "room", "Lobby").expect("list_room");
            assertThat(host.server().rooms().getFirst().members()).isEqualTo(1);
        }
    }

    @Test
    void whoIsRemovedWhileAwayLearnsItOnTheReturn() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", proxy.port(), folder).join(ROOM)) {
            proxy.vanish();
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.client().people(ROOM).join().stream().anyMatch(p -> "away".equals(p.presence())));
            assertThat(host.server().remove(ROOM, BEN, false)).isTrue();
            assertThat(host.server().rooms().getFirst().members()).isEqualTo(1);
            ben.client().close();
            try (TestMember again = new TestMember("Ben", host.port(), folder)) {
                again.client().join(ROOM, Optional.empty(), OptionalLong.empty());
                assertThat(again.await(JoinFailed.class).code()).isEqualTo(ErrorCode.KICKED);
                rejoin(again, 1);
            }
        }
    }

    @Test
    void aBanKeepsTheDeviceOutWhateverItsNameUntilItIsLifted() {
        try (TestHost host = new TestHost(folder).open("secret"); TestMember ben = new TestMember(device("Ben", host)).join(ROOM, "secret")) {
            assertThat(host.server().remove(ROOM, BEN, true)).isTrue();
            assertThat(ben.await(Left.class).reason()).contains(ErrorCode.KICKED);
            try (TestMember alias = new TestMember(device("Benjamin", host))) {
                alias.client().join(ROOM, Optional.of("secret".toCharArray()), OptionalLong.empty());
                assertThat(alias.await(JoinFailed.class).code()).isEqualTo(ErrorCode.BANNED);
                host.server().forgive(ROOM);
                alias.join(ROOM, "secret");
            }
            assertAudited(host, AuditType.BANNED, BEN);
        }
    }

    private dev.parley.client.ClientConfig device(String name, TestHost host) {
        return Clients.config(name, "one computer", host.port(), folder, Optional.empty(), Optional.empty());
    }

    @Test
    void theHostItselfCannotBeRemoved() {
        try (TestHost host = new TestHost(folder).open();
                TestMember owner = new TestMember(Clients.config("Host", "own", host.port(), folder, Optional.empty(), Optional.of(host.server().ownerToken())))) {
            owner.join(ROOM);
            assertThat(host.server().remove(ROOM, new UserName("Host"), true)).isFalse();
            host.server().pause(ROOM, true);
            owner.client().leave(ROOM);
            owner.await(Left.class);
            rejoin(owner, 2);
        }
    }

    @Test
    void aPausedRoomTakesNobodyInButThoseWhoWereThere() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                PlainClient eve = new PlainClient(host.port());
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder)) {
            host.server().pause(ROOM, true);
            ben.client().join(ROOM, Optional.empty(), OptionalLong.empty());
            JoinFailed failed = ben.await(JoinFailed.class);
            assertThat(failed.code()).isEqualTo(ErrorCode.PAUSED);
            assertThat(failed.retryAfter()).isPresent();
            eve.send("guest", "username", "Eve").expect("guest");
            assertThat(eve.send("enter", "room", "Lobby").expectError("enter")).isEqualTo("paused");
            proxy.cut();
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.events(Joined.class).size() == 2);
            ana.say(ROOM, "still here");
            ana.awaitTexts(1);
            host.server().pause(ROOM, false);
            rejoin(ben, 1);
        }
    }

    @Test
    void whoLeftForIdlenessComesBackIntoAPausedRoom() {
        try (TestHost host = new TestHost(folder).open(idle(Duration.ofSeconds(1))); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            ana.await(Left.class);
            host.server().pause(ROOM, true);
            ana.client().active();
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.events(Joined.class).size() == 2);
        }
    }

    @Test
    void aClosedRoomIsLeftByAllKeepsItsLogAndCanBeOpenedAgain() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                PlainClient plain = new PlainClient(host.port()).enter("Plain", "Lobby");
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", proxy.port(), folder).join(ROOM)) {
            ana.say(ROOM, "kept");
            ana.awaitTexts(1);
            ben.awaitTexts(1);
            proxy.cut(); // Ben comes back to a room that is closed, or was there
            host.server().remove(ROOM, new UserName("Plain"), true);
            host.server().closeRoom(ROOM);
            host.server().closeRoom(ROOM);
            assertThat(ana.await(Left.class).reason()).contains(ErrorCode.ROOM_CLOSED);
            assertThat(plain.expectError("exit")).isEqualTo("kicked");
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ben.events(Left.class).size() + ben.events(JoinFailed.class).size() == 1);
            assertThat(ben.events(JoinFailed.class)).allMatch(f -> f.code() == ErrorCode.ROOM_CLOSED);
            assertThat(host.server().rooms()).isEmpty();
            assertThat(host.server().settings(ROOM)).isEmpty();
            assertThat(plain.send("enter", "room", "Lobby").expectError("enter")).isEqualTo("room-closed");
            assertThat(plain.send("create", "room", "Lobby").expectError("create")).isEqualTo("room-exists");
            host.server().openRoom(ROOM, Optional.empty(), RoomOptions.standard());
            plain.send("enter", "room", "Lobby").expect("list_room"); // a ban ends with the room
            rejoin(ana, 2);
            assertThat(ana.texts()).containsExactly("kept", "kept");
            ana.say(ROOM, "again");
            ana.awaitTexts(3);
            Awaitility.await().atMost(TestMember.PATIENCE).untilAsserted(() -> ChatTest.assertContiguous(host.stored()));
        }
    }

    @Test
    void whatIsOnItsWayWhenARoomClosesIsStoredOrRefusedInWords() {
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            for (int i = 0; i < 500; i++) {
                ana.say(ROOM, "m" + i);
            }
            ana.awaitTexts(1);
            host.server().closeRoom(ROOM);
            ana.await(Left.class);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.client().unsent() == 0);
            assertThat(ana.events(Refused.class)).allMatch(r -> r.code() == ErrorCode.ROOM_CLOSED && r.message().contains("closed"));
            host.server().reopenRoom(ROOM);
            rejoin(ana, 2);
            ana.say(ROOM, "again");
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.texts().contains("again"));
            ChatTest.assertContiguous(host.stored());
        }
    }

    @Test
    void rulesChangeWithoutAnybodyLeaving() {
        try (TestHost host = new TestHost(folder).open(idle(Duration.ZERO)); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            RoomServer server = host.server();
            RoomOptions one = new RoomOptions(new History.None(), Duration.ZERO, RoomOptions.standard().retention(), 1);
            server.changeOptions(ROOM, one);
            assertThat(server.settings(ROOM)).contains(new RoomSettings(ROOM, false, one));
            try (TestMember ben = new TestMember("Ben", host.port(), folder)) {
                ben.client().join(ROOM, Optional.empty(), OptionalLong.empty());
                assertThat(ben.await(JoinFailed.class).code()).isEqualTo(ErrorCode.ROOM_FULL);
            }
            assertThat(ana.events(Left.class)).isEmpty();
            server.changeOptions(ROOM, idle(Duration.ofSeconds(1)));
            assertThat(ana.await(Left.class).reason()).contains(ErrorCode.IDLE);
            assertThatExceptionOfType(LogException.class).isThrownBy(() -> server.changeOptions(NOWHERE, one));
            assertThatExceptionOfType(LogException.class).isThrownBy(() -> server.changePassword(NOWHERE, Optional.empty()));
        }
    }

    @Test
    void aShorterIdleTimePutsOutAllWhoHaveBeenIdleForLonger() {
        try (TestHost host = new TestHost(folder).open(idle(Duration.ZERO))) {
            List<TestMember> idlers = Stream.of("Ana", "Ben", "Cleo").map(name -> new TestMember(name, host.port(), folder).join(ROOM)).toList();
            host.server().changeOptions(ROOM, idle(Duration.ofMillis(1))); // longer ago did all of them do something
            for (TestMember idler : idlers) {
                assertThat(idler.await(Left.class).reason()).contains(ErrorCode.IDLE);
                idler.close();
            }
        }
    }

    @Test
    void aNewPasswordIsAskedOfThoseWhoCome() {
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            host.server().changePassword(ROOM, Optional.of("new".toCharArray()));
            assertThat(host.server().settings(ROOM).orElseThrow().locked()).isTrue();
            try (TestMember ben = new TestMember("Ben", host.port(), folder)) {
                ben.client().join(ROOM, Optional.empty(), OptionalLong.empty());
                assertThat(ben.await(JoinFailed.class).code()).isEqualTo(ErrorCode.PROOF_REQUIRED);
                ben.join(ROOM, "new");
                ana.say(ROOM, "still here");
                ben.awaitTexts(1);
            }
            host.server().changePassword(ROOM, Optional.empty());
            try (TestMember cleo = new TestMember("Cleo", host.port(), folder).join(ROOM)) {
                assertThat(cleo.texts()).hasSize(1);
            }
        }
    }

    @Test
    void theHostHearsHowManyMessagesAreStored() {
        AtomicInteger count = new AtomicInteger();
        ServerListener listener = new ServerListener() {
            @Override
            public void stored(RoomName room, int messages) {
                assertThat(room).isEqualTo(ROOM);
                count.addAndGet(messages);
            }
        };
        try (TestHost host = new TestHost(folder, UnaryOperator.identity(), UnaryOperator.identity(), listener).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            for (int i = 0; i < 200; i++) {
                ana.say(ROOM, "m" + i);
            }
            ana.awaitTexts(200);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> count.get() == 200);
        }
    }

    private static void rejoin(TestMember member, int joined) {
        member.client().join(ROOM, Optional.empty(), OptionalLong.empty());
        Awaitility.await().atMost(TestMember.PATIENCE).until(() -> member.events(Joined.class).size() == joined);
    }

    private static void assertAudited(TestHost host, AuditType type, UserName who) {
        Awaitility.await().atMost(TestMember.PATIENCE).until(() -> host.log().auditBefore(Long.MAX_VALUE, 100).stream()
                .anyMatch(r -> r.event().type() == type && r.event().person().equals(Optional.of(who))));
    }

    private static RoomOptions idle(Duration idle) {
        return TestHost.options(new History.All(), idle);
    }
}
