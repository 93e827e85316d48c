package dev.parley.app;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Small files that only their owner may read. A file appears or changes as a whole: whoever reads it sees the old or
/// the new content, never half of it, also after a crash. On file systems without POSIX permissions (Windows) the
/// access list of the folder decides, which in a profile is the owner's alone.
public final class OwnerFiles {

    private OwnerFiles() {}

    /// Makes the folder and its missing parents; new ones are for the owner alone.
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, permissions(folder, "rwx------"));
    }

    /// Writes the file, in place of an older one.
    public static void replace(Path file, byte[] content) throws IOException {
        Path fresh = write(file, content);
        try {
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Writes the file if there is none.
    ///
    /// @return false if there was one already, which is left as it is
    public static boolean create(Path file, byte[] content) throws IOException {
        Path fresh = write(file, content);
        try {
            Files.createLink(file, fresh); // unlike a rename, fails when the name is taken
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | IOException e) {
            if (Files.exists(file)) {
                return false;
            }
            Files.move(fresh, file);
            return true;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Path write(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel out = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), permissions(file, "rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        return fresh;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String posix) {
        boolean known = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return known
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }
}
