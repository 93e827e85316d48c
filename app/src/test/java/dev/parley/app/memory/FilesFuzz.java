package dev.parley.app.memory;

import dev.parley.app.HostNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/// The files of the data folder, after somebody edited them or a disk damaged them.
public final class FilesFuzz {

    private static final Path FOLDER = folder();
    private static final Path SETTINGS = FOLDER.resolve("settings.json");
    private static final Path ROOMS = FOLDER.resolve("rooms.json");
    private static final Path NOTE = FOLDER.resolve("host.json");

    private FilesFuzz() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("files-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        for (Path file : new Path[] {SETTINGS, ROOMS, NOTE}) {
            Files.write(file, content);
        }
        try (SettingsStore settings = SettingsStore.open(SETTINGS); RoomMemory rooms = RoomMemory.open(ROOMS, Clock.systemUTC())) {
            settings.get();
            rooms.all();
        }
        try {
            HostNote.read(NOTE);
        } catch (MalformedInputException e) {
            return; // callers expect an IOException
        }
    }
}
