package dev.parley.app.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Texts;
import dev.parley.app.link.JoinOutcome;
import dev.parley.app.link.JoinWish;
import dev.parley.app.link.Links;
import dev.parley.app.link.WindowThread;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.session.Endpoint;
import dev.parley.app.session.FakeLookout;
import dev.parley.app.session.RoomFinder;
import dev.parley.app.session.WishedName;
import dev.parley.app.ui.messages.Row;
import dev.parley.app.ui.messages.Times;
import dev.parley.app.ui.room.Ending;
import dev.parley.app.ui.room.RoomModel;
import dev.parley.app.ui.room.RoomsModel;
import dev.parley.app.ui.room.Status;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.RoomClient;
import dev.parley.crypto.HostIdentity;
import dev.parley.log.LogSettings;
import dev.parley.log.RoomOptions;
import dev.parley.log.h2.H2MessageLog;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.RoomServer;
import dev.parley.server.ServerConfig;
import dev.parley.server.ServerListener;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real host and the windows of two people, without a toolkit.
@Timeout(90)
class LiveRoomsTest {

    private static final RoomName CREW = new RoomName("Crew");

    @TempDir
    Path folder = Path.of("");

    private final SecureRandom random = new SecureRandom();

    /// A window of one person.
    private final class Window implements AutoCloseable {

        final WindowThread thread = new WindowThread();
        final Links links;
        final RoomMemory memory;
        final RoomsModel rooms;
        final FileKnownHosts known;
        final String name;

        Window(String name) {
            this.name = name;
            known = FileKnownHosts.open(folder.resolve(name + "-hosts.json"));
            byte[] device = new byte[32];
            random.nextBytes(device);
            links = new Links(RoomClient::open, known, device, () -> true, thread);
            memory = RoomMemory.open(folder.resolve(name + "-rooms.json"), Clock.systemUTC());
            rooms = new RoomsModel(links::onOpen, memory, Texts.ofWindow(Locale.ENGLISH),
                    new Times(Clock.systemUTC(), ZoneOffset.UTC, Locale.UK), _ -> {});
        }

        RoomModel join(RoomServer server) {
            var where = new RoomFinder(new FakeLookout(), known)
                    .at(new Endpoint("127.0.0.1", server.port()), CREW, Optional.of(server.fingerprint()));
            JoinOutcome outcome = thread.answer(links.join(
                    new JoinWish(where, WishedName.of(Optional.of(new UserName(name)), name), Optional.of("secret".toCharArray()), false)));
            assertThat(outcome).isInstanceOf(JoinOutcome.In.class);
            return rooms.rooms().getFirst();
        }

        @Override
        public void close() {
            rooms.close();
            links.close();
            memory.close();
        }
    }

    private RoomServer server(int port) {
        ServerConfig usual = ServerConfig.standard(new UserName("Host"), LogSettings.standard(folder.resolve("backups")));
        ServerConfig config = new ServerConfig(usual.owner(), Optional.of("127.0.0.1"), port, true, usual.version(),
                usual.plainPasswords(), usual.guestsCreate(), usual.storage(), usual.strays(), usual.clock(), usual.limits());
        HostIdentity identity = HostIdentity.loadOrCreate(folder.resolve("identity.p12"), random, Clock.systemUTC());
        RoomServer server = RoomServer.start(config, identity, H2MessageLog.open(folder, Clock.systemUTC()).log(), new ServerListener() {});
        server.accept();
        return server;
    }

    private static void until(Window one, Window two, BooleanSupplier wanted) {
        one.thread.until(() -> {
            two.thread.run();
            return wanted.getAsBoolean();
        });
    }

    private static List<String> texts(RoomModel room) {
        return room.messages().rows().getValue().stream()
                .<String>mapMulti((row, add) -> {
                    if (row instanceof Row.Message m) {
                        add.accept(m.post().from() + ": " + m.post().text());
                    } else if (row instanceof Row.Whisper w) {
                        add.accept(w.from() + " to " + w.to() + ": " + w.text());
                    }
                }).toList();
    }

    private static void say(RoomModel room, String words) {
        room.composer().textProperty().set(words);
        assertThat(room.composer().send()).isTrue();
    }

    @Test
    @SuppressWarnings("try") // the host goes away in the middle of it
    void twoPeopleTalkLoseTheHostAndGoOn() {
        try (Window ben = new Window("Ben"); Window eva = new Window("Eva"); RoomServer server = server(0)) {
            server.openRoom(CREW, Optional.of("secret".toCharArray()), RoomOptions.standard());
            RoomModel bens = ben.join(server);
            RoomModel evas = eva.join(server);
            assertThat(bens.lockedProperty().get()).isTrue();
            until(ben, eva, () -> bens.people().countProperty().get() == 2 && evas.people().countProperty().get() == 2);

            bens.composer().textProperty().set("h");
            until(ben, eva, () -> evas.people().typing().contains(new UserName("Ben")));
            say(bens, "hello");
            until(ben, eva, () -> texts(evas).contains("Ben: hello"));
            assertThat(evas.people().typing()).isEmpty();
            assertThat(evas.unreadProperty().get()).isOne();

            evas.whisperToProperty().set(Optional.of(new UserName("Ben")));
            say(evas, "psst");
            until(ben, eva, () -> texts(bens).contains("Eva to Ben: psst") && texts(evas).contains("Eva to Ben: psst"));
            evas.whisperToProperty().set(Optional.empty());

            server.renameRoom(CREW, new RoomName("Deck"));
            until(ben, eva, () -> bens.nameProperty().get().equals("Deck") && evas.nameProperty().get().equals("Deck"));
            server.close();
            until(ben, eva, () -> bens.statusProperty().get() instanceof Status.Offline);
            say(bens, "while nobody was there");
            try (RoomServer again = server(server.port())) {
                assertThat(again.reopenRoom(new RoomName("Deck"))).isTrue();
                until(ben, eva, () -> texts(evas).contains("Ben: while nobody was there")
                        && bens.statusProperty().get() instanceof Status.Online);
                assertThat(texts(bens)).filteredOn(t -> t.startsWith("Ben: ")).containsExactly("Ben: hello", "Ben: while nobody was there");
                assertThat(again.remove(new RoomName("Deck"), new UserName("Ben"), false)).isTrue();
                until(ben, eva, () -> bens.endingProperty().get().map(Ending::cause).equals(Optional.of(Ending.Cause.KICKED)));
                until(ben, eva, () -> evas.people().countProperty().get() == 1);
                again.closeRoom(new RoomName("Deck"));
                until(ben, eva, () -> evas.endingProperty().get().map(Ending::cause).equals(Optional.of(Ending.Cause.CLOSED)));
            }
        }
    }
}
