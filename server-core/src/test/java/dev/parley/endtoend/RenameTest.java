package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Renamed;
import dev.parley.log.AuditType;
import dev.parley.log.LogException;
import dev.parley.log.RoomExistsException;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenameTest {

    private static final RoomName SHIP = new RoomName("Ship");

    @TempDir
    Path folder;

    /// @param loss of datagrams: what is sent again carries the old name
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void nothingIsLostOrDoubledWhileARoomIsRenamedAgainAndAgainUnderWriters(double loss) throws Exception {
        int renames = 20;
        try (TestHost host = new TestHost(folder).open("secret");
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), new Impairment(loss, 0, 0, Duration.ZERO), 7);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM, "secret");
                TestMember ben = new TestMember("Ben", proxy.port(), folder).join(ROOM, "secret");
                Writer first = new Writer(ana);
                Writer second = new Writer(ben)) {
            RoomName now = ROOM;
            for (int i = 0; i < renames; i++) {
                int sofar = ana.texts().size();
                Awaitility.await().atMost(TestMember.PATIENCE).pollInterval(TestMember.POLL).until(() -> ana.texts().size() >= sofar + 20);
                RoomName next = i == renames - 1 ? ROOM : new RoomName("Room " + i % 7); // old names come again
                host.server().renameRoom(now, next);
                now = next;
            }
            int each = first.stop() + second.stop();
            ana.awaitTexts(each);
            ben.awaitTexts(each);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.client().unsent() + ben.client().unsent() == 0);
            for (TestMember member : List.of(ana, ben)) {
                assertThat(member.texts()).doesNotHaveDuplicates().hasSize(each).isEqualTo(host.storedTexts());
                ChatTest.assertContiguous(member.entries());
                assertThat(member.events(Renamed.class)).hasSize(renames);
                assertThat(member.events(Renamed.class).getLast().now()).isEqualTo(ROOM);
                assertThat(member.events(ClientEvent.Joined.class)).as("nobody had to come back").hasSize(1);
                assertThat(member.events()).noneMatch(e -> e instanceof ClientEvent.Refused || e instanceof ClientEvent.Failed);
            }
            Awaitility.await().atMost(TestMember.PATIENCE).untilAsserted(() -> assertThat(host.notices()).containsExactly("JOINED Ana", "JOINED Ben"));
        }
    }

    /// Writes all the time, and knows one name only: the first.
    private static final class Writer implements AutoCloseable {
        private final TestMember member;
        private final Thread thread;
        private volatile boolean stopped;
        private int sent;

        Writer(TestMember member) {
            this.member = member;
            thread = Thread.ofVirtual().start(this::run);
        }

        private void run() {
            while (!stopped) {
                Awaitility.await().atMost(TestMember.PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                        .until(() -> stopped || member.client().unsent() < 10);
                member.say(ROOM, member.hashCode() + " " + sent++);
            }
        }

        /// @return how many were written
        int stop() throws InterruptedException {
            stopped = true;
            thread.join();
            return sent;
        }

        @Override
        public void close() {
            stopped = true;
        }
    }

    @Test
    void everythingGoesOnUnderTheNewName() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                PlainClient plain = new PlainClient(host.port()).enter("Plain", "Lobby");
                PlainClient lobby = new PlainClient(host.port());
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
            lobby.send("guest", "username", "Lobbyist").expect("guest");
            host.server().renameRoom(ROOM, SHIP);
            assertThat(ana.await(Renamed.class)).isEqualTo(new Renamed(ROOM, SHIP));
            ana.say(SHIP, "to the new name");
            ben.await(Renamed.class);
            ben.awaitTexts(1);
            assertThat(ben.events(ClientEvent.Received.class).getLast().room()).isEqualTo(SHIP);
            plain.expect("msg");
            plain.send("msg", "to", "public", "text", "plainly");
            ben.awaitTexts(2);
            assertThat(lobby.expect("list").toString()).contains("Ship").doesNotContain("Lobby");
            assertThat(host.server().rooms()).extracting(Reply.RoomInfo::name).containsExactly(SHIP);
            assertThat(host.server().settings(ROOM)).isEmpty();
            assertThat(host.server().settings(SHIP).orElseThrow().name()).isEqualTo(SHIP);
            assertThat(ana.client().people(ROOM).join()).as("asked with the old name").hasSize(3);
            assertThat(ana.client().history(ROOM, Long.MAX_VALUE, 10, Optional.of("name")).join()).hasSize(1);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> host.log().auditBefore(Long.MAX_VALUE, 100).stream()
                    .anyMatch(r -> r.event().type() == AuditType.ROOM_RENAMED && r.event().detail().equals("was Lobby")));
        }
    }

    @Test
    void whoWasAwayMeanwhileComesBackAndLearnsTheNewName() throws IOException {
        try (TestHost host = new TestHost(folder).open("secret");
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM, "secret");
                TestMember ben = new TestMember("Ben", proxy.port(), folder).join(ROOM, "secret")) {
            proxy.cut();
            host.server().renameRoom(ROOM, new RoomName("Between"));
            host.server().renameRoom(new RoomName("Between"), SHIP);
            Awaitility.await("Ana knows the new name").atMost(TestMember.PATIENCE).until(() -> ana.events(Renamed.class).contains(new Renamed(new RoomName("Between"), SHIP)));
            ana.say(SHIP, "news");
            ben.awaitTexts(1);
            assertThat(ben.events(Renamed.class).getLast().now()).isEqualTo(SHIP);
            ben.say(SHIP, "thanks");
            ana.awaitTexts(2);
            proxy.cut(); // and comes back by the new name
            ben.say(SHIP, "again");
            ana.awaitTexts(3);
            assertThat(ben.events(ClientEvent.JoinFailed.class)).isEmpty();
            ChatTest.assertContiguous(ben.entries());
        }
    }

    @Test
    void theOldNameStillOpensTheDoorAndThePasswordIsProvenUnderIt() {
        try (TestHost host = new TestHost(folder).open("secret"); TestMember ana = new TestMember("Ana", host.port(), folder)) {
            host.server().renameRoom(ROOM, SHIP);
            ana.join(ROOM, "secret");
            assertThat(ana.await(Renamed.class)).isEqualTo(new Renamed(ROOM, SHIP));
            ana.say(SHIP, "hello");
            ana.awaitTexts(1);
        }
    }

    @Test
    void aNameThatIsTakenOrWasAMomentAgoIsRefused() throws IOException {
        RoomName crew = new RoomName("Crew");
        try (TestHost host = new TestHost(folder).open(); PlainClient eve = new PlainClient(host.port())) {
            host.server().openRoom(crew, Optional.empty(), RoomOptions.standard());
            assertThatExceptionOfType(RoomExistsException.class).isThrownBy(() -> host.server().renameRoom(ROOM, crew));
            assertThatExceptionOfType(RoomExistsException.class).isThrownBy(() -> host.server().renameRoom(ROOM, new RoomName("CREW")));
            assertThatExceptionOfType(LogException.class).isThrownBy(() -> host.server().renameRoom(new RoomName("Nowhere"), SHIP));
            host.server().renameRoom(ROOM, SHIP);
            assertThatExceptionOfType(RoomExistsException.class).isThrownBy(() -> host.server().renameRoom(crew, ROOM));
            assertThatExceptionOfType(RoomExistsException.class).isThrownBy(() -> host.server().openRoom(ROOM, Optional.empty(), RoomOptions.standard()));
            eve.send("guest", "username", "Eve").expect("guest");
            assertThat(eve.send("create", "room", "lobby").expectError("create")).isEqualTo("room-exists");
            host.server().renameRoom(SHIP, ROOM);
            host.server().renameRoom(ROOM, ROOM);
            assertThat(host.server().rooms()).extracting(Reply.RoomInfo::name).containsExactlyInAnyOrder(ROOM, crew);
        }
    }

    @Test
    void aRoomThatWasLeftIsNotReachedByAFormerName() {
        RoomName crew = new RoomName("Crew");
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            host.server().openRoom(crew, Optional.empty(), RoomOptions.standard());
            host.server().renameRoom(ROOM, SHIP);
            ana.await(Renamed.class);
            ana.client().leave(ROOM);
            assertThat(ana.await(ClientEvent.Left.class).room()).isEqualTo(SHIP);
            ana.client().join(crew, Optional.empty(), OptionalLong.empty());
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.events(ClientEvent.CaughtUp.class).size() == 2);
            ana.say(ROOM, "to a room that was left");
            assertThat(ana.await(ClientEvent.Refused.class).code()).isEqualTo(ErrorCode.NOT_IN_ROOM);
        }
    }

    @Test
    void anotherSpellingOfTheSameNameIsAnotherNameToo() {
        RoomName loud = new RoomName("LOBBY");
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            host.server().renameRoom(ROOM, loud);
            assertThat(ana.await(Renamed.class).now()).isEqualTo(loud);
            ana.say(loud, "hello");
            ana.awaitTexts(1);
            try (TestMember ben = new TestMember("Ben", host.port(), folder)) {
                ben.client().join(new RoomName("lobby"), Optional.empty(), OptionalLong.empty());
                assertThat(ben.await(ClientEvent.JoinFailed.class).code()).isEqualTo(ErrorCode.NO_SUCH_ROOM);
            }
        }
    }

    @Test
    void theNewNameIsThereAfterARestart() {
        List<String> before = new ArrayList<>();
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            ana.say(ROOM, "kept");
            ana.awaitTexts(1);
            host.server().renameRoom(ROOM, SHIP);
            before.addAll(ana.texts());
        }
        try (TestHost host = new TestHost(folder)) {
            assertThat(host.server().reopenRoom(ROOM)).isFalse();
            assertThat(host.server().reopenRoom(SHIP)).isTrue();
            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(SHIP)) {
                assertThat(ben.texts()).isEqualTo(before);
            }
        }
    }
}
