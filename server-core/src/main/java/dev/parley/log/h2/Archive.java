package dev.parley.log.h2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The ZIP that H2 makes of a database: one entry, its file.
final class Archive {

    private static final int PIECE_BYTES = 64 << 10;

    private Archive() {}

    /// Unpacks the database file and waits until it is on the disk.
    ///
    /// @return false if the archive itself is unusable, or cannot be read; nothing is left then
    /// @throws IOException if the target cannot be written
    static boolean unpack(Path zip, Path target) throws IOException {
        Files.deleteIfExists(target);
        OwnerOnly.createFile(target);
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            if (copy(zip, out)) {
                out.force(true);
                return true;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.deleteIfExists(target);
        return false;
    }

    /// @throws UncheckedIOException if the target cannot be written
    private static boolean copy(Path zip, FileChannel out) {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            Optional<? extends ZipEntry> entry =
                    archive.stream().filter(e -> e.getName().endsWith(".mv.db")).findFirst();
            if (entry.isEmpty()) {
                return false;
            }
            try (InputStream in = archive.getInputStream(entry.get())) {
                byte[] piece = new byte[PIECE_BYTES];
                for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                    write(ByteBuffer.wrap(piece, 0, length), out);
                }
            }
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void write(ByteBuffer bytes, FileChannel out) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
