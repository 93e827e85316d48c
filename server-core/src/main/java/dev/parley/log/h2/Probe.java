package dev.parley.log.h2;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.h2.store.fs.FilePath;

/// Finds out if the disk takes data, with more than a few bytes: a database that just lost a write has some free room
/// inside its file and would take a single row for a moment.
final class Probe {

    private static final int BYTES = 256 * 1024;

    private Probe() {}

    /// Beside the database, without touching it.
    static void file(DatabaseFile database) {
        FilePath file = FilePath.get(database.scheme() + database.folder().resolve("parley-probe.tmp"));
        try {
            try (OutputStream out = file.newOutputStream(false)) {
                out.write(filler());
            } finally {
                file.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In the database: stored, then removed.
    static void row(Sql sql) {
        sql.execute("INSERT INTO probe (filler) VALUES (?)", filler());
        sql.execute("DELETE FROM probe");
    }

    private static byte[] filler() {
        byte[] filler = new byte[BYTES];
        Arrays.fill(filler, (byte) 0x5A);
        return filler;
    }
}
