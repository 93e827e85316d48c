package dev.parley.log.h2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where entries are safe first: one write for a batch, where a commit of the database costs many times as much. Every
/// two seconds, or when many wait, they settle in the database, hundreds in one commit; see [Storage#settle].
///
/// Two files take turns: while what is in one settles, the other is appended to. A file is emptied only when the database
/// is on the disk, so at every moment the database and the files together hold everything, after a power cut too, as far
/// as it was forced. What is in both is recognised by its number.
///
/// Any thread.
final class Journal implements AutoCloseable {

    private final Pending pending;
    private final JournalCodec codec = new JournalCodec();
    private JournalFile now;
    private JournalFile other;
    private boolean otherSettled;

    private Journal(Pending pending, JournalFile now, JournalFile other) {
        this.pending = pending;
        this.now = now;
        this.other = other;
    }

    /// @param database when the database was made
    static Journal open(DatabaseFile file, long database, Pending pending) {
        try {
            List<Path> paths = paths(file);
            return new Journal(
                    pending,
                    new JournalFile(paths.get(0), file.scheme(), database),
                    new JournalFile(paths.get(1), file.scheme(), database));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> paths(DatabaseFile file) {
        return List.of(
                file.folder().resolve(file.name() + "-0.journal"), file.folder().resolve(file.name() + "-1.journal"));
    }

    /// Everything that was not known to be in the database, in no order of the rooms.
    ///
    /// @throws DamagedException if it cannot be understood
    synchronized List<Row> read() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (JournalFile file : List.of(now, other)) {
            for (ByteBuffer record : file.read()) {
                rows.addAll(JournalCodec.decode(record));
            }
        }
        return rows;
    }

    /// Stores a batch and notes it as pending.
    synchronized void append(List<Row> rows) throws IOException {
        now.append(codec.encode(rows));
        pending.add(rows);
    }

    /// What is to settle now. The next batches go to the other file if that is empty.
    synchronized List<Row> cut() {
        if (other.isEmpty() && !now.isEmpty()) {
            JournalFile full = now;
            now = other;
            other = full;
            otherSettled = false;
        }
        return pending.all();
    }

    /// The last [#cut] is in the database.
    synchronized void settled() {
        otherSettled = !other.isEmpty();
    }

    /// True if a file waits for the database to be on the disk.
    synchronized boolean hasSettled() {
        return otherSettled;
    }

    /// What had settled is on the disk with the database. Nobody waits for it: a file that is not empty stays the other one.
    void emptySettled() throws IOException {
        JournalFile settled;
        synchronized (this) {
            settled = other;
        }
        settled.truncate();
        synchronized (this) {
            settled.empty();
            otherSettled = false;
        }
    }

    /// Everything is on the disk with the database.
    synchronized void empty() throws IOException {
        now.empty();
        other.empty();
        otherSettled = false;
    }

    /// Returns when what was appended before would survive a power cut.
    void force() throws IOException {
        JournalFile first;
        JournalFile second;
        synchronized (this) {
            first = other;
            second = now;
        }
        first.force();
        second.force();
    }

    @Override
    public synchronized void close() {
        try (JournalFile first = now;
                JournalFile second = other) {
            assert first != second;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Copies what is in the files of a database, to be kept.
    ///
    /// @return names of the copies
    static List<String> copyAside(DatabaseFile file, Instant at) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path path : paths(file)) {
            if (Files.exists(path) && Files.size(path) > 0) {
                Path copy = file.aside(at, path.getFileName().toString().substring(file.name().length()));
                Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                names.add(copy.getFileName().toString());
            }
        }
        return names;
    }
}
