package dev.parley.log.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The data folder as it would be found if its host were killed now.
final class FolderCopy {

    private FolderCopy() {}

    /// @param to made if missing; what is in it goes
    static Path of(Path folder, Path to) throws IOException {
        Files.createDirectories(to);
        try (var old = Files.list(to)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }
}
