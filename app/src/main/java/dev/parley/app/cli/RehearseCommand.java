package dev.parley.app.cli;

import dev.parley.app.DataFolder;
import dev.parley.app.DeviceKey;
import dev.parley.app.ProgramLog;
import dev.parley.app.session.Chat;
import dev.parley.app.session.Endpoint;
import dev.parley.app.session.HostWish;
import dev.parley.app.session.Hosting;
import dev.parley.app.session.Joining;
import dev.parley.app.session.LineFeeder;
import dev.parley.app.session.LogPages;
import dev.parley.app.session.LogReader;
import dev.parley.app.session.PasswordAsker;
import dev.parley.app.session.RoomFinder;
import dev.parley.app.session.RoomPassword;
import dev.parley.app.session.WishedName;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.KnownHosts;
import dev.parley.log.Durability;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// `rehearse`, which no help shows: hosts a room for itself on loopback, joins it, talks and reads the log, all in a
/// folder that is deleted afterwards. The build runs it once so that Java can keep what it learns on the way (the AOT
/// cache), and every later start is faster and smaller.
@Command(name = "rehearse", hidden = true)
final class RehearseCommand extends CliCommand {

    private static final RoomName ROOM = new RoomName("Rehearsal");
    private static final String WORDS = "To be, or not to be\n".repeat(200);

    RehearseCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("parley-rehearsal");
        try {
            rehearse(new DataFolder(temporary));
            return Failure.OK;
        } finally {
            delete(temporary);
        }
    }

    private void rehearse(DataFolder folder) throws IOException, InterruptedException {
        ProgramLog.toFile(folder.programLog());
        KnownHosts known = FileKnownHosts.open(folder.knownHosts());
        new RoomFinder(surroundings().lookout(), known).all(Duration.ofMillis(300));
        try (Hosting hosting = Hosting.start(folder, wish(), new ServerListener() {}, surroundings().random(),
                surroundings().clock())) {
            join(folder, known, hosting);
            try (LogReader log = LogReader.open(folder, surroundings().clients(), surroundings().random(),
                    surroundings().clock())) {
                new LogPages(log).last(ROOM, 100, Optional.of("be"));
            }
        }
    }

    private HostWish wish() {
        return new HostWish(ROOM, new UserName("Hamlet"), Optional.of(new RoomPassword.Fresh("Yorick".toCharArray())),
                RoomPassword.Open::new, Optional.empty(), Optional.empty(), OptionalInt.of(0), Optional.of("127.0.0.1"),
                Durability.PROCESS,
                false, surroundings().version());
    }

    private void join(DataFolder folder, KnownHosts known, Hosting hosting) throws IOException, InterruptedException {
        byte[] device = DeviceKey.loadOrCreate(folder.deviceKey(), surroundings().random());
        JsonView view = new JsonView(new Output(nowhere(), nowhere(), true), lines());
        FirstJoin first = new FirstJoin(view, true, chat -> Thread.startVirtualThread(() -> talk(chat, view)));
        new Joining(surroundings().clients(), known, device, true).run(
                new RoomFinder(surroundings().lookout(), known).at(Endpoint.of(hosting.addresses().getFirst()), ROOM,
                        Optional.of(hosting.fingerprint())),
                WishedName.of(Optional.empty(), "Horatio"), Optional.of("Yorick".toCharArray()), PasswordAsker.NOBODY,
                first, first::use);
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static void talk(Chat chat, JsonView view) {
        try {
            new LineFeeder(new StringReader(WORDS), chat, view).run();
        } catch (IOException | InterruptedException e) {
            chat.leave();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
