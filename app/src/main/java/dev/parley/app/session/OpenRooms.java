package dev.parley.app.session;

import dev.parley.app.OwnerFiles;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rooms that are open now, a line each, in a file of the data folder: after a crash those that guests made come back
/// with the host's own. A clean close leaves no file. Any thread.
final class OpenRooms {

    private static final Logger LOG = LoggerFactory.getLogger(OpenRooms.class);

    private final Path file;
    private List<RoomName> remembered = List.of();
    private boolean closed;

    OpenRooms(Path file) {
        this.file = file;
    }

    /// What a host that did not close has left.
    List<RoomName> leftOpen() throws IOException {
        List<RoomName> rooms = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                try {
                    rooms.add(new RoomName(line));
                } catch (ProtocolException e) {
                    LOG.warn("a line of {} is not the name of a room", file);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return rooms;
    }

    /// Writes the list if it has changed. A failure costs the convenience only: the rooms are in the log.
    synchronized void remember(List<RoomName> rooms) {
        if (closed || rooms.equals(remembered)) {
            return;
        }
        try {
            String lines = rooms.stream().map(r -> r.value() + "\n").collect(Collectors.joining());
            OwnerFiles.replace(file, lines.getBytes(StandardCharsets.UTF_8));
            remembered = List.copyOf(rooms);
        } catch (IOException e) {
            LOG.warn("{} cannot be written", file, e);
        }
    }

    synchronized void forget() {
        closed = true;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", file, e);
        }
    }
}
