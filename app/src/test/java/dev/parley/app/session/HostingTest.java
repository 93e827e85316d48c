package dev.parley.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.app.DataFolder;
import dev.parley.app.HostNote;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.RoomClient;
import dev.parley.log.Durability;
import dev.parley.log.History;
import dev.parley.protocol.Entry;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.PortInUseException;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real host and real clients over loopback.
@Timeout(60)
class HostingTest {

    private static final RoomName ROOM = new RoomName("Crew");

    @TempDir
    Path temporary = Path.of("");

    private final SecureRandom random = new SecureRandom();

    private DataFolder folder(String name) {
        return new DataFolder(temporary.resolve(name));
    }

    private static HostWish wish(Optional<RoomPassword> password, OptionalInt port) {
        return new HostWish(ROOM, new UserName("Ana"), password, RoomPassword.Open::new, Optional.of(new History.All()),
                Optional.of(Duration.ZERO), port, Optional.of("127.0.0.1"), Durability.PROCESS, false, "test");
    }

    private static Optional<RoomPassword> secret() {
        return Optional.of(new RoomPassword.Fresh("secret".toCharArray()));
    }

    private Hosting host(String name, Optional<RoomPassword> password, OptionalInt port) {
        return Hosting.start(folder(name), wish(password, port), new ServerListener() {}, random, Clock.systemUTC());
    }

    /// Joins, says something and leaves when it is stored.
    private ChatEnd visit(Hosting hosting, String name, String password, String words) throws InterruptedException {
        FileKnownHosts known = FileKnownHosts.open(temporary.resolve(name + ".json"));
        Joining joining = new Joining(RoomClient::open, known, new byte[32], true);
        Located where = new RoomFinder(new FakeLookout(), known)
                .at(Endpoint.of(hosting.addresses().getFirst()), ROOM, Optional.of(hosting.fingerprint()));
        RecordingView view = new RecordingView();
        Optional<char[]> given = password.isEmpty() ? Optional.empty() : Optional.of(password.toCharArray());
        return joining.run(where, WishedName.of(Optional.of(new UserName(name)), name), given, PasswordAsker.NOBODY, view,
                chat -> Thread.startVirtualThread(() -> {
                    await().until(() -> view.shown.contains("Joined") || chat.isOver());
                    say(chat, words);
                }));
    }

    private static void say(Chat chat, String words) {
        try {
            chat.say(new MessageText(words));
            chat.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Entry> log(String name) throws IOException, InterruptedException {
        try (LogReader log = LogReader.open(folder(name), RoomClient::open, random, Clock.systemUTC())) {
            assertThat(log.rooms()).extracting(Reply.LogRoom::name).containsExactly(ROOM);
            return new LogPages(log).found(ROOM, 100, "hello");
        }
    }

    @Test
    void theLogIsReadThroughTheRunningHostAndFromTheFileAfterwards() throws Exception {
        try (Hosting hosting = host("h", secret(), OptionalInt.of(0))) {
            assertThat(hosting.isLocked()).isTrue();
            assertThat(visit(hosting, "Ben", "secret", "hello there")).isEqualTo(new ChatEnd.Left());
            assertThat(HostNote.read(folder("h").hostNote())).get().satisfies(n -> assertThat(n.isStale()).isFalse());
            assertThat(log("h")).singleElement().satisfies(e -> assertThat(e.from()).isEqualTo(new UserName("Ben")));
        }
        assertThat(folder("h").hostNote()).doesNotExist();
        assertThat(log("h")).singleElement().satisfies(e -> assertThat(e.body()).isEqualTo("hello there"));
    }

    @Test
    void aRoomThatIsHostedAgainKeepsItsPasswordAndPort() throws Exception {
        int port;
        try (Hosting hosting = host("h", secret(), OptionalInt.of(0))) {
            port = hosting.port();
        }
        try (Hosting again = host("h", Optional.empty(), OptionalInt.empty())) {
            assertThat(again.port()).isEqualTo(port);
            assertThat(again.isLocked()).isTrue();
            assertThat(visit(again, "Ben", "wrong", "hi")).isInstanceOfSatisfying(ChatEnd.NotJoined.class,
                    e -> assertThat(e.code()).isEqualTo(ErrorCode.WRONG_PASSWORD));
            assertThat(visit(again, "Ben", "secret", "hello")).isEqualTo(new ChatEnd.Left());
        }
        try (Hosting open = host("h", Optional.of(new RoomPassword.Open()), OptionalInt.empty())) {
            assertThat(open.isLocked()).isFalse();
        }
    }

    @Test
    void aSecondHostOnTheSameFolderIsTold() {
        try (Hosting first = host("h", secret(), OptionalInt.of(0))) {
            assertThatThrownBy(() -> host("h", secret(), OptionalInt.of(0)))
                    .isInstanceOfSatisfying(SessionException.class, e -> {
                        assertThat(e.code()).isEqualTo("hosting-already");
                        assertThat(e.args()).contains(first.port());
                    });
        }
    }

    @Test
    void aTakenPortIsToldAndEverythingIsUndone() throws Exception {
        try (Hosting first = host("h", secret(), OptionalInt.of(0))) {
            assertThatThrownBy(() -> host("other", secret(), OptionalInt.of(first.port())))
                    .isInstanceOfSatisfying(PortInUseException.class, e -> assertThat(e.free()).isNotEqualTo(first.port()));
        }
        try (Hosting second = host("other", secret(), OptionalInt.of(0))) {
            assertThat(second.port()).isPositive();
        }
    }

    @Test
    void aFolderThatWasNeverHostedHasNoLog() {
        assertThatThrownBy(() -> log("never"))
                .isInstanceOfSatisfying(SessionException.class, e -> assertThat(e.code()).isEqualTo("no-log"));
    }

    @Test
    void anInviteLeadsToTheRoom() {
        try (Hosting hosting = host("h", secret(), OptionalInt.of(0))) {
            Invite invite = Invite.parse(hosting.invite().toString());
            assertThat(invite.room()).isEqualTo(ROOM);
            assertThat(invite.host()).isEqualTo(new Endpoint("127.0.0.1", hosting.port()));
            assertThat(invite.fingerprint()).contains(hosting.fingerprint());
        }
    }
}
