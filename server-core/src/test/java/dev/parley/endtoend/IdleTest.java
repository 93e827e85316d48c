package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.log.History;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.RoomName;
import dev.parley.server.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleTest {

    private static final Duration IDLE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void anIdleMemberLeavesAndItsNextActivityBringsItBackWithoutThePassword() {
        try (TestHost host = new TestHost(folder); TestMember ana = new TestMember("Ana", host.port(), folder)) {
            host.server().openRoom(ROOM, Optional.of("secret".toCharArray()), idle(IDLE));
            ana.join(ROOM, "secret");
            assertThat(ana.await(ClientEvent.Left.class).reason()).contains(ErrorCode.IDLE);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> host.notices().equals(List.of("JOINED Ana", "IDLE Ana")));
            assertThat(host.server().rooms().getFirst().members()).isZero();
            ana.client().active();
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.events(ClientEvent.CaughtUp.class).size() == 2);
            ana.say(ROOM, "back");
            ana.awaitTexts(1);
            ChatTest.assertContiguous(ana.entries());
            assertThat(ana.events(ClientEvent.Joined.class).getLast().again()).isTrue();
        }
    }

    @Test
    void wordsThatAreWrittenWhileIdleBringTheMemberBackAndAreStored() {
        try (TestHost host = new TestHost(folder).open(idle(IDLE)); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            ana.await(ClientEvent.Left.class);
            ana.say(ROOM, "hello again");
            ana.awaitTexts(1);
            assertThat(host.storedTexts()).containsExactly("hello again");
        }
    }

    @Test
    void wordsThatCrossTheHostsWordThatWeAreIdleBringUsBackAndGoAgain() throws IOException {
        CompletableFuture<String> again = new CompletableFuture<>();
        try (FakeHost host = new FakeHost(folder, 0, client -> {
                    client.logIn();
                    client.joined("");
                    String id = client.hear("post").get("id").getAsString();
                    client.say("{'type':'left','status':'ok','data':{'room':'Lobby','reason':'idle'}}");
                    client.say("{'type':'post','id':'" + id + "','status':'error','data':{'code':'not-in-room','room':'Lobby'}}");
                    client.hear("join");
                    client.joined("");
                    again.complete(client.hear("post").get("text").getAsString());
                });
                TestMember ana = new TestMember("Ana", host.port(), folder)) {
            ana.client().join(ROOM, Optional.empty(), OptionalLong.empty());
            ana.await(ClientEvent.Joined.class);
            ana.say(ROOM, "not idle at all");
            Awaitility.await().atMost(TestMember.PATIENCE).until(again::isDone);
            assertThat(again).isCompletedWithValue("not idle at all");
            assertThat(ana.events(ClientEvent.Refused.class)).isEmpty();
        }
    }

    @Test
    void wordsThatAreWrittenWhileIdleAndOfflineAreStoredOnceTheHostIsBack() throws IOException {
        CompletableFuture<String> heard = new CompletableFuture<>();
        AtomicInteger connections = new AtomicInteger();
        CompletableFuture<Boolean> spoken = new CompletableFuture<>();
        try (FakeHost host = new FakeHost(folder, 0, client -> {
                    boolean first = connections.incrementAndGet() == 1;
                    if (!first) {
                        spoken.join();
                    }
                    client.hear("hello");
                    client.say("{'type':'hello','status':'ok','data':{'version':1,'server':'fake','index':7}}");
                    client.hear("guest");
                    client.say("{'type':'guest','status':'ok','data':{'username':'Ana','chatroom':'lobby'}}");
                    client.hear("join");
                    client.joined("");
                    if (first) {
                        client.say("{'type':'left','status':'ok','data':{'room':'Lobby','reason':'idle'}}");
                        return;
                    }
                    heard.complete(client.hear("post").get("text").getAsString());
                });
                TestMember ana = new TestMember("Ana", host.port(), folder)) {
            ana.client().join(ROOM, Optional.empty(), OptionalLong.empty());
            ana.await(ClientEvent.Left.class);
            ana.await(ClientEvent.Offline.class);
            ana.say(ROOM, "said while away");
            spoken.complete(true);
            Awaitility.await().atMost(TestMember.PATIENCE).until(heard::isDone);
            assertThat(heard).isCompletedWithValue("said while away");
        }
    }

    @Test
    void whoIsActiveStays() {
        try (TestHost host = new TestHost(folder).open(idle(IDLE));
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
            Awaitility.await().atMost(TestMember.PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
                ana.client().active();
                return !ben.events(ClientEvent.Left.class).isEmpty();
            });
            assertThat(ana.events(ClientEvent.Left.class)).isEmpty();
        }
    }

    @Test
    void whereIdlenessIsAllowedAndForTheHostThereIsNoLimit() {
        try (TestHost host = new TestHost(folder).open(idle(Duration.ZERO));
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember owner = new TestMember(Clients.config(
                        "Host", "own", host.port(), folder, Optional.empty(), Optional.of(host.server().ownerToken())))) {
            host.server().openRoom(new RoomName("Brief"), Optional.empty(), idle(IDLE));
            owner.join(new RoomName("Brief"));
            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(new RoomName("Brief"))) {
                ben.await(ClientEvent.Left.class);
            }
            assertThat(ana.events(ClientEvent.Left.class)).isEmpty();
            assertThat(owner.events(ClientEvent.Left.class)).isEmpty();
        }
    }

    @Test
    void aReconnectDoesNotBringBackSomebodyWhoIsIdle() throws IOException {
        try (TestHost host = new TestHost(folder).open(idle(IDLE));
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM)) {
            ana.await(ClientEvent.Left.class);
            proxy.cut();
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.events(ClientEvent.Online.class).size() == 2);
            ana.client().rooms().join(); // what was asked on the new connection before this was answered
            assertThat(ana.events(ClientEvent.Joined.class)).hasSize(1);
        }
    }

    @Test
    void aConnectionThatIsOverDoesNotTakeAwayTheMemberThatWentOnElsewhere() throws IOException {
        String secret = "A".repeat(43);
        try (TestHost host = new TestHost(folder).open(idle(IDLE)); PlainClient dead = PlainClient.deaf(host.port())) {
            host.openMany(100);
            join(dead, secret);
            for (int i = 0; i < 2000; i++) {
                dead.send("list"); // so much waits for it that its end cannot be written
            }
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> Waiting.bytes(host.server()) > 100_000 && host.notices().contains("JOINED Ana"));
            try (PlainClient now = new PlainClient(host.port()); TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
                join(now, secret);
                now.expect("joined");
                Awaitility.await().atMost(TestMember.PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
                    now.frame("{\"type\":\"active\",\"data\":{}}");
                    return !ben.events(ClientEvent.Left.class).isEmpty(); // he came after the dead connection fell silent
                });
                now.expect("entry", m -> m.toString().contains("idle"));
                assertThat(host.server().rooms().getFirst().members()).isEqualTo(1);
                assertThat(host.noticesUpToNow()).doesNotContain("IDLE Ana", "LEFT Ana");
            }
        }
    }

    private static void join(PlainClient client, String secret) throws IOException {
        client.frame("{\"type\":\"hello\",\"data\":{\"version\":1,\"client\":\"test\"}}");
        client.send("guest", "username", "Ana", "session", secret).frame("{\"type\":\"join\",\"data\":{\"room\":\"Lobby\"}}");
    }

    @Test
    void anIdlePlainClientIsBackInTheLobby() throws IOException {
        try (TestHost host = new TestHost(folder).open(idle(IDLE)); PlainClient ana = new PlainClient(host.port()).enter("Ana", "Lobby")) {
            assertThat(ana.expectError("exit")).isEqualTo("idle");
            ana.send("enter", "room", "Lobby").expect("enter");
        }
    }

    private static RoomOptions idle(Duration idle) {
        return TestHost.options(new History.All(), idle);
    }
}
