package dev.parley.app.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.DataFolder;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.HostWish;
import dev.parley.app.session.Hosting;
import dev.parley.app.session.Located;
import dev.parley.app.session.RoomPassword;
import dev.parley.app.session.WishedName;
import dev.parley.client.ClientEvent;
import dev.parley.crypto.HostIdentity;
import dev.parley.log.LogSettings;
import dev.parley.log.RoomOptions;
import dev.parley.log.h2.H2MessageLog;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.RoomServer;
import dev.parley.server.ServerConfig;
import dev.parley.server.ServerListener;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real hosts and the links of several people, in one process over loopback.
@Timeout(90)
class LinksTest {

    private static final RoomName CREW = new RoomName("Crew");
    private static final RoomName LAB = new RoomName("Lab");

    @TempDir
    Path temporary = Path.of("");

    private final SecureRandom random = new SecureRandom();

    private RoomServer server(String name, int port) {
        Path folder = temporary.resolve(name);
        ServerConfig standard = ServerConfig.standard(new UserName("Host"), LogSettings.standard(folder.resolve("backups")));
        ServerConfig config = new ServerConfig(standard.owner(), Optional.of("127.0.0.1"), port, true, standard.version(),
                standard.plainPasswords(), standard.guestsCreate(), standard.storage(), standard.strays(), standard.clock(),
                standard.limits());
        HostIdentity identity = HostIdentity.loadOrCreate(folder.resolve("identity.p12"), random, Clock.systemUTC());
        RoomServer server = RoomServer.start(config, identity, H2MessageLog.open(folder, Clock.systemUTC()).log(), new ServerListener() {});
        server.accept();
        return server;
    }

    private RoomServer server(String name) {
        RoomServer server = server(name, 0);
        server.openRoom(CREW, Optional.empty(), RoomOptions.standard());
        return server;
    }

    private Member member(String name) {
        return new Member(name, temporary, name.hashCode());
    }

    @Test
    void severalRoomsOfAHostShareOneConnection() {
        try (RoomServer server = server("h"); Member ben = member("Ben"); Member eva = member("Eva")) {
            server.openRoom(LAB, Optional.of("secret".toCharArray()), RoomOptions.standard());
            Located crew = ben.where(server.port(), CREW, Optional.of(server.fingerprint()));
            Located lab = ben.where(server.port(), LAB, Optional.empty());
            assertThat(Member.key(ben.join(crew, "", false))).isEqualTo(new RoomKey(server.fingerprint(), CREW));
            assertThat(Member.key(ben.join(lab, "secret", false))).isEqualTo(new RoomKey(server.fingerprint(), LAB));
            assertThat(Member.key(ben.join(crew, "", false))).as("inside already").isEqualTo(new RoomKey(server.fingerprint(), CREW));
            Member.key(eva.join(eva.where(server.port(), CREW, Optional.of(server.fingerprint())), "", false));

            ben.room(CREW).say(new MessageText("to the crew"));
            ben.room(LAB).say(new MessageText("to the lab"));
            eva.hears(CREW, "to the crew");
            ben.hears(LAB, "to the lab");
            assertThat(eva.events).doesNotContainKey(LAB);
            assertThat(eva.window.answer(eva.room(CREW).people())).hasSize(2);

            ben.room(CREW).leave();
            ben.room(LAB).say(new MessageText("still here"));
            ben.hears(LAB, "still here");
            assertThat(ben.links.find(new RoomKey(server.fingerprint(), CREW))).isEmpty();
            Member.key(ben.join(crew, "", false));
            ben.hears(CREW, "to the crew");
        }
    }

    @Test
    void aWrongPasswordIsToldAndTheNextTryUsesTheSameConnection() {
        try (RoomServer server = server("h"); Member ben = member("Ben")) {
            server.openRoom(LAB, Optional.of("secret".toCharArray()), RoomOptions.standard());
            Located lab = ben.where(server.port(), LAB, Optional.empty());
            assertThat(ben.join(lab, "", false)).isEqualTo(new JoinOutcome.PasswordNeeded(false, Optional.empty()));
            char[] wrong = "guess".toCharArray();
            JoinOutcome refused = ben.window.answer(ben.links.join(new JoinWish(lab, new WishedName(
                    Optional.empty(), new UserName("Ben")), Optional.of(wrong), false)));
            assertThat(refused).isInstanceOfSatisfying(JoinOutcome.PasswordNeeded.class, p -> assertThat(p.wrong()).isTrue());
            assertThat(wrong).containsOnly(' ');
            Member.key(ben.join(lab, "secret", false));
            assertThat(ben.known.knows(server.fingerprint())).isTrue();
        }
    }

    @Test
    void anOpenRoomOfAStrangerIsEnteredOnlyAfterTheWordsWereSeen() {
        try (RoomServer server = server("h"); Member ben = member("Ben")) {
            Located crew = ben.where(server.port(), CREW, Optional.empty());
            assertThat(ben.join(crew, "", false)).isEqualTo(new JoinOutcome.FirstContact(server.fingerprint()));
            assertThat(ben.rooms).isEmpty();
            assertThat(ben.known.knows(server.fingerprint())).isFalse();
            Member.key(ben.join(crew, "", true));
            assertThat(ben.known.knows(server.fingerprint())).isTrue();
            ben.room(CREW).leave();
            Member.key(ben.join(ben.where(server.port(), CREW, Optional.empty()), "", false));
        }
    }

    @Test
    void roomsOfTheSameNameAtTwoHostsAreTwoRooms() {
        try (RoomServer one = server("one"); RoomServer two = server("two"); Member ben = member("Ben")) {
            Member.key(ben.join(ben.where(one.port(), CREW, Optional.of(one.fingerprint())), "", false));
            OpenRoom first = ben.room(CREW);
            assertThat(ben.join(ben.where(two.port(), CREW, Optional.empty()), "", false))
                    .as("a name that was joined elsewhere").isEqualTo(new JoinOutcome.FirstContact(two.fingerprint()));
            Member.key(ben.join(ben.where(two.port(), CREW, Optional.empty()), "", true));
            assertThat(ben.room(CREW).key().host()).isEqualTo(two.fingerprint()).isNotEqualTo(first.key().host());
            first.say(new MessageText("at the first"));
            ben.room(CREW).say(new MessageText("at the second"));
            ben.hears(CREW, "at the first");
            ben.hears(CREW, "at the second");
            assertThat(ben.links.find(first.key())).contains(first);
        }
    }

    @Test
    void aTakenNameIsToldWhenItWasChosenAndNumberedWhenNot() {
        try (RoomServer server = server("h"); Member ben = member("Ben"); Member other = new Member("Ben", temporary, 7)) {
            Located crew = ben.where(server.port(), CREW, Optional.of(server.fingerprint()));
            Member.key(ben.join(crew, "", false));
            Located again = other.where(server.port(), CREW, Optional.of(server.fingerprint()));
            assertThat(other.join(again, "", false)).isEqualTo(new JoinOutcome.NameTaken("Ben"));
            Member.key(other.joinAsAnyone(again));
            assertThat(other.room(CREW).me()).isEqualTo(new UserName("Ben 2"));
        }
    }

    @Test
    @SuppressWarnings("try") // the host goes away in the middle of it
    void whoeverIsInsideComesBackWhenTheHostDoes() {
        try (Member ben = member("Ben"); RoomServer server = server("h")) {
            int port = server.port();
            Member.key(ben.join(ben.where(port, CREW, Optional.of(server.fingerprint())), "", false));
            ben.room(CREW).say(new MessageText("before"));
            ben.hears(CREW, "before");
            server.close();
            ben.sees(CREW, ClientEvent.Offline.class);
            ben.room(CREW).say(new MessageText("meanwhile"));
            try (RoomServer again = server("h", port)) {
                again.reopenRoom(CREW);
                ben.hears(CREW, "meanwhile");
                assertThat(ben.count(CREW, ClientEvent.Joined.class)).isEqualTo(2);
                assertThat(ben.count(CREW, ClientEvent.Sent.class)).isEqualTo(2);
            }
        }
    }

    @Test
    void aRoomThatTheHostClosesIsOverAndTheNextStaysOpen() {
        try (RoomServer server = server("h"); Member ben = member("Ben")) {
            server.openRoom(LAB, Optional.empty(), RoomOptions.standard());
            Member.key(ben.join(ben.where(server.port(), CREW, Optional.of(server.fingerprint())), "", false));
            Member.key(ben.join(ben.where(server.port(), LAB, Optional.of(server.fingerprint())), "", false));
            server.closeRoom(CREW);
            ben.sees(CREW, ClientEvent.Left.class);
            assertThat(ben.join(ben.where(server.port(), CREW, Optional.of(server.fingerprint())), "", false))
                    .isInstanceOfSatisfying(JoinOutcome.Refused.class, r -> assertThat(r.code().wireName()).isEqualTo("room-closed"));
            ben.room(LAB).say(new MessageText("still"));
            ben.hears(LAB, "still");
        }
    }

    @Test
    void nobodyAnswers() {
        int port;
        try (RoomServer server = server("h")) {
            port = server.port();
        }
        try (Member ben = member("Ben")) {
            assertThat(ben.join(ben.where(port, CREW, Optional.empty()), "", false))
                    .isInstanceOf(JoinOutcome.CannotConnect.class);
        }
    }

    @Test
    void aKeyOtherThanTheInviteSaysIsNeverJoined() {
        try (RoomServer one = server("one"); RoomServer two = server("two"); Member ben = member("Ben")) {
            assertThat(ben.join(ben.where(one.port(), CREW, Optional.of(two.fingerprint())), "", true))
                    .isInstanceOf(JoinOutcome.CannotConnect.class);
            assertThat(ben.rooms).isEmpty();
        }
    }

    @Test
    void theOwnerIsInsideHisOwnRoomAndAStoppedHostIsForgotten() {
        HostWish wish = Wishes.unseen(CREW, new RoomPassword.Fresh("secret".toCharArray()));
        try (Member ana = member("Ana")) {
            try (Hosting hosting = Hosting.start(new DataFolder(temporary.resolve("own")), wish, new ServerListener() {}, random, Clock.systemUTC())) {
                Member.key(ana.joinOwn(hosting, CREW));
                assertThat(ana.room(CREW).own()).isTrue();
                ana.room(CREW).say(new MessageText("mine"));
                ana.hears(CREW, "mine");
                Member.key(ana.join(hosting, CREW));
                assertThat(ana.rooms).hasSize(1);
                ana.links.stopped(hosting);
                ana.sees(CREW, ClientEvent.Ended.class);
            }
        }
    }

    @Test
    void whatTheWindowDoesNotTakeWaitsAndNothingIsLost() {
        try (RoomServer server = server("h"); Member ben = member("Ben"); Member eva = member("Eva")) {
            Member.key(ben.join(ben.where(server.port(), CREW, Optional.of(server.fingerprint())), "", false));
            Member.key(eva.join(eva.where(server.port(), CREW, Optional.of(server.fingerprint())), "", false));
            int most = Delivery.MOST * 2;
            for (int i = 0; i < most; i++) {
                eva.room(CREW).say(new MessageText("n" + i));
            }
            eva.hears(CREW, "n" + (most - 1));
            ben.hears(CREW, "n" + (most - 1));
            assertThat(ben.count(CREW, ClientEvent.Received.class)).isGreaterThanOrEqualTo(most);
        }
    }
}
