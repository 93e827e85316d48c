package dev.parley.app.cli;

import dev.parley.app.DataFolder;
import dev.parley.app.session.Chat;
import dev.parley.app.session.HostWish;
import dev.parley.app.session.RoomPassword;
import dev.parley.discovery.AnnouncedRoom;
import dev.parley.discovery.Announcement;
import dev.parley.discovery.Announcer;
import dev.parley.discovery.LocalAddress;
import dev.parley.log.Durability;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `--json rehearse`, which no help shows: opens a room for itself on loopback, announces it there, says a word in it and
/// closes it, then hosts for a [RehearsedCrowd], in a folder that is deleted afterwards. The build runs it once so that Java
/// can keep what it learns on the way (the AOT cache), and every later start is faster and smaller. It hosts and does no
/// more, because every process holds in memory all that was learnt; with `--window` it walks through the window instead,
/// for a cache of its own.
@Command(name = "rehearse", hidden = true)
final class RehearseCommand extends CliCommand {

    private static final RoomName ROOM = new RoomName("Rehearsal");
    private static final UserName OWNER = new UserName("Hamlet");

    /// As if it were a network, so that nobody else hears of it.
    private static final LocalAddress LOOPBACK = new LocalAddress(
            InetAddress.getLoopbackAddress(), "lo", "lo", 8, Optional.empty(), LocalAddress.Kind.LAN, true);

    /// Long enough to have asked for the name and to have told it (RFC 6762, section 8).
    private static final Duration ANNOUNCING = Duration.ofSeconds(2);

    /// A host whose own chat could not get in would go on for ever, and with it the build.
    private static final int PATIENCE_SECONDS = 60;

    private final WindowOpener window;

    @Option(names = "--window", descriptionKey = "option.rehearse-window")
    private boolean throughWindow;

    RehearseCommand(Surroundings surroundings, WindowOpener window) {
        super(surroundings);
        this.window = window;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("parley-rehearsal");
        try {
            DataFolder folder = new DataFolder(temporary);
            if (throughWindow) {
                return window.rehearse(folder);
            }
            int code = host(folder);
            if (code == Failure.OK) {
                new RehearsedCrowd(surroundings(), temporary).perform();
            }
            return code;
        } finally {
            delete(temporary);
        }
    }

    private int host(DataFolder folder) throws IOException, InterruptedException {
        Thread rehearsing = Thread.currentThread();
        CompletableFuture<Void> limit = CompletableFuture.runAsync(
                rehearsing::interrupt, CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        try {
            return new HostRun(this, folder, chat -> Thread.startVirtualThread(() -> perform(chat))).run(passwords -> wish());
        } finally {
            limit.cancel(false);
        }
    }

    private static void perform(Chat chat) {
        try (Announcer _ = Announcer.start(RehearseCommand::announcement, () -> List.of(LOOPBACK), local -> true)) {
            chat.say(new MessageText("To be, or not to be"));
            Thread.sleep(ANNOUNCING);
            chat.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Announcement announcement() {
        return new Announcement("A".repeat(43), OWNER, 7420, List.of(new AnnouncedRoom(ROOM, true, 1)));
    }

    private HostWish wish() {
        return new HostWish(ROOM, OWNER,
                Optional.of(new RoomPassword.Fresh("Yorick".toCharArray())), RoomPassword.Open::new, Optional.empty(),
                Optional.empty(), OptionalInt.of(0), Optional.of("127.0.0.1"), Durability.PROCESS, true,
                surroundings().version());
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
