package dev.parley.app.cli;

import dev.parley.app.DataFolder;
import dev.parley.app.ProgramLog;
import dev.parley.app.session.HostWish;
import dev.parley.app.session.Hosting;
import dev.parley.app.session.RoomPassword;
import dev.parley.log.Durability;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `rehearse`, which no help shows: opens a room for itself on loopback and closes it, in a folder that is deleted
/// afterwards. The build runs it once so that Java can keep what it learns on the way (the AOT cache), and every later
/// start is faster. It hosts and does no more, because every process holds in memory all that was learnt; with `--window` it
/// walks through the window instead, for a cache of its own.
@Command(name = "rehearse", hidden = true)
final class RehearseCommand extends CliCommand {

    private final WindowOpener window;

    @Option(names = "--window", descriptionKey = "option.rehearse-window")
    private boolean throughWindow;

    RehearseCommand(Surroundings surroundings, WindowOpener window) {
        super(surroundings);
        this.window = window;
    }

    @Override
    public Integer call() throws IOException {
        Path temporary = Files.createTempDirectory("parley-rehearsal");
        try {
            DataFolder folder = new DataFolder(temporary);
            if (throughWindow) {
                return window.rehearse(folder);
            }
            ProgramLog.toFile(folder.programLog());
            Hosting.start(folder, wish(), new ServerListener() {}, surroundings().random(), surroundings().clock()).close();
            return Failure.OK;
        } finally {
            delete(temporary);
        }
    }

    private HostWish wish() {
        return new HostWish(new RoomName("Rehearsal"), new UserName("Hamlet"),
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
