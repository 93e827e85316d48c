package dev.parley.app.cli;

import dev.parley.app.DataFolder;
import dev.parley.app.DeviceKey;
import dev.parley.app.session.Joining;
import dev.parley.app.session.RoomFinder;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.KnownHosts;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// What the commands have in common: where they read, write and keep things.
@Command
abstract class CliCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @ParentCommand
    private ParleyCommand parley = new ParleyCommand();

    CliCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    final Surroundings surroundings() {
        return surroundings;
    }

    final Output output() {
        return new Output(surroundings.out(), surroundings.err(), parley.isJson());
    }

    final Lines lines() {
        return new Lines(surroundings.texts(), surroundings.zone());
    }

    final String text(String key, Object... args) {
        return surroundings.texts().get(key, args);
    }

    final DataFolder folder() {
        return parley.data().map(DataFolder::new).orElse(surroundings.standardFolder());
    }

    /// Hosts that were joined from this data folder, which is made if missing.
    final KnownHosts knownHosts() throws IOException {
        return FileKnownHosts.open(folder().create().knownHosts());
    }

    final RoomFinder finder(KnownHosts known) {
        return new RoomFinder(surroundings.lookout(), known);
    }

    final Joining joining(KnownHosts known, boolean datagrams) throws IOException {
        byte[] device = DeviceKey.loadOrCreate(folder().create().deviceKey(), surroundings.random());
        return new Joining(surroundings.clients(), known, device, datagrams);
    }

    /// False where the terminal or the person does not want colours (https://no-color.org).
    final boolean wantsColours() {
        return surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty();
    }
}
