package dev.parley.log.h2;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The ZIP that `BACKUP TO` writes: one entry, the database file.
final class Archive {

    private Archive() {}

    /// Unpacks the database file and waits until it is on the disk.
    ///
    /// @return false if the archive itself is unusable; nothing is left then
    /// @throws IOException if the target cannot be written
    static boolean unpack(Path zip, Path target) throws IOException {
        Files.deleteIfExists(target);
        OwnerOnly.createFile(target);
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            Optional<? extends ZipEntry> entry =
                    archive.stream().filter(e -> e.getName().endsWith(".mv.db")).findFirst();
            if (entry.isEmpty()) {
                throw new ZipException("no database in it");
            }
            try (InputStream in = archive.getInputStream(entry.get());
                    OutputStream out = Files.newOutputStream(target)) {
                in.transferTo(out);
            }
            try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            return true;
        } catch (ZipException | EOFException e) {
            Files.deleteIfExists(target);
            return false;
        }
    }
}
