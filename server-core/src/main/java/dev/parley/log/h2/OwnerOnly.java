package dev.parley.log.h2;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Makes folders and files that only their owner can read. Where the system has no such permissions (Windows), the
/// folder of the user's profile protects them.
final class OwnerOnly {

    private OwnerOnly() {}

    /// With its parents; leaves an existing folder as it is.
    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
    }

    /// Empty; leaves an existing file as it is.
    static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, permissions(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            // keeps its content and permissions
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String who) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(who))}
                : new FileAttribute<?>[0];
    }
}
