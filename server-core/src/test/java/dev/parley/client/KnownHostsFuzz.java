package dev.parley.client;

import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file of pinned keys, after somebody edited it or a disk damaged it.
public final class KnownHostsFuzz {

    private static final InetSocketAddress ADDRESS = new InetSocketAddress("192.0.2.1", 7420);
    private static final Fingerprint KEY = Fingerprint.parse("A".repeat(43)).orElseThrow();
    private static final RoomName ROOM = new RoomName("Crew");
    private static final Path FILE = file();

    private KnownHostsFuzz() {}

    private static Path file() {
        try {
            return Files.createTempDirectory("known-hosts").resolve("known-hosts.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        Files.write(FILE, content);
        try {
            KnownHosts hosts = FileKnownHosts.open(FILE);
            hosts.standing(ADDRESS, ROOM, KEY);
            hosts.knows(KEY);
            hosts.pin(ADDRESS, ROOM, KEY);
        } catch (ClientException e) {
            return; // says what to do with the file
        }
    }
}
