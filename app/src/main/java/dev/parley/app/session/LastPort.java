package dev.parley.app.session;

import dev.parley.app.DataFolder;
import dev.parley.app.OwnerFiles;
import dev.parley.protocol.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/// The port that a data folder was hosted on last, so that members who come back find the host at the same place.
final class LastPort {

    private static final int MAX_BYTES = 16;

    private LastPort() {}

    /// The standard port where there is no last one, or the file does not hold a port.
    static int read(DataFolder folder) throws IOException {
        try {
            if (Files.size(folder.lastPort()) > MAX_BYTES) {
                return Limits.DEFAULT_PORT;
            }
            return Endpoint.port(Files.readString(folder.lastPort(), StandardCharsets.US_ASCII).strip());
        } catch (NoSuchFileException | SessionException e) {
            return Limits.DEFAULT_PORT;
        }
    }

    static void remember(DataFolder folder, int port) throws IOException {
        OwnerFiles.replace(folder.lastPort(), (port + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
