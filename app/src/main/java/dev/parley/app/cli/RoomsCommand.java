package dev.parley.app.cli;

import dev.parley.app.session.Endpoint;
import dev.parley.app.session.RoomFinder;
import dev.parley.crypto.Fingerprint;
import dev.parley.discovery.SightedRoom;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `rooms`: what can be joined from here.
@Command(name = "rooms", sortOptions = false)
final class RoomsCommand extends CliCommand {

    @Option(names = "--wait", paramLabel = "TIME", converter = Durations.class, descriptionKey = "option.wait")
    private Duration wait = Duration.ofSeconds(3);

    @Option(names = "--at", paramLabel = "HOST[:PORT]", descriptionKey = "option.rooms-at")
    private @Nullable String at;

    RoomsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RoomFinder finder = finder(knownHosts());
        Output output = output();
        try (Interrupts _ = new Interrupts(Thread.currentThread()::interrupt)) {
            List<SightedRoom> rooms = at == null ? finder.all(wait) : finder.of(Endpoint.parse(at), wait);
            if (output.isJson()) {
                rooms.forEach(room -> output.json(json(room)));
            } else if (rooms.isEmpty()) {
                output.status(text("rooms.none"));
            } else {
                RoomTable.of(rooms, surroundings().texts()).forEach(output::answer);
            }
        }
        output.flush();
        return Failure.OK;
    }

    private static JsonLine json(SightedRoom room) {
        Optional<Fingerprint> key = Fingerprint.parse(room.hostId());
        return JsonLine.event("room")
                .with("room", room.room().value())
                .with("host", room.host().value())
                .with("address", Endpoint.of(room.address()).host())
                .with("port", room.address().getPort())
                .with("locked", room.locked())
                .with("members", room.members())
                .with("fingerprint", key.map(Fingerprint::toString).orElse(""));
    }
}
