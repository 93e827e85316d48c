package dev.parley.log.h2;

import dev.parley.log.AuditEvent;
import dev.parley.log.AuditType;
import dev.parley.log.BackupFiles;
import dev.parley.log.LogBusyException;
import dev.parley.log.LogException;
import dev.parley.log.NewerLogException;
import dev.parley.log.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the log of a folder whatever state its file is in. A file that cannot be understood is kept aside, never
/// deleted. A copy of it with new indexes takes its place if that has every entry, else the newest usable backup.
///
/// What takes its place is made and inspected beside the database first, then two renames exchange them; a crash between
/// the two is finished by the next start.
final class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final String NAME = "parley";
    private static final String RESTORED = "parley-restored";

    private final DatabaseFile file;
    private final DatabaseFile restored;
    private final Clock clock;
    private final Rooms rooms = new Rooms();
    private final Pending pending = new Pending();

    Opening(Path folder, String scheme, Clock clock) {
        this.file = new DatabaseFile(folder, NAME, scheme);
        this.restored = new DatabaseFile(folder, RESTORED, DatabaseFile.DISK);
        this.clock = clock;
    }

    /// @throws LogBusyException if another process has the folder
    /// @throws NewerLogException if the file belongs to a newer Parley
    /// @throws StorageException if the disk is full or the folder cannot be used
    OpenResult open() {
        try {
            OwnerOnly.createFolder(file.folder());
        } catch (IOException e) {
            throw new StorageException("The data folder cannot be made.", e);
        }
        FolderLock lock = FolderLock.take(file.folder());
        try {
            finishRestore();
            try {
                return new OpenResult.Opened(log(lock));
            } catch (LogBusyException | NewerLogException | StorageException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("the message log cannot be read: {}", Failure.brief(e));
                Optional<H2MessageLog> rebuilt = rebuild(lock);
                return rebuilt.isPresent() ? new OpenResult.Opened(rebuilt.get()) : replace(lock);
            }
        } catch (IOException e) {
            lock.close();
            throw new StorageException("The data folder cannot be used: " + Failure.reason(e, file.folder()), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private H2MessageLog log(FolderLock lock) throws IOException {
        if (Files.exists(file.path()) && Files.size(file.path()) == 0 && !backups().isEmpty()) {
            throw new DamagedException("the file is empty but there are backups of what was in it");
        }
        OwnerOnly.createFile(file.path());
        if (!Files.isReadable(file.path()) || !Files.isWritable(file.path())) {
            throw new StorageException("The file of the message log belongs to someone else.");
        }
        try {
            return new H2MessageLog(Storage.open(file, clock, rooms, pending), rooms, pending, lock, clock);
        } catch (LogException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Failure.isBusy(e)) {
                throw new LogBusyException("Another program has the message log open.");
            }
            if (Failure.isDiskFull(e, file.folder())) {
                throw new StorageException(Failure.DISK_FULL, e);
            }
            throw e;
        }
    }

    /// The journal stays: it belongs to the copy as well. Empty if a copy with new indexes is no log either.
    private Optional<H2MessageLog> rebuild(FolderLock lock) throws IOException {
        if (!copyWithNewIndexes()) {
            Files.deleteIfExists(restored.path());
            return Optional.empty();
        }
        Journal.copyAside(file, clock.instant());
        Path keptAside = moveAside();
        finishRestore();
        try {
            H2MessageLog log = log(lock);
            tell(log, "The indexes of the message log were damaged and were made anew; no entry is missing. The file as it was"
                    + " is kept as " + keptAside.getFileName() + ".");
            return Optional.of(log);
        } catch (LogException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("new indexes do not help: {}", Failure.brief(e));
            return Optional.empty();
        }
    }

    private boolean copyWithNewIndexes() throws IOException {
        try {
            Files.copy(file.path(), restored.path(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            try (Database copy = Database.open(restored, DatabaseFile.Mode.READ_WRITE)) {
                Indexes.rebuild(copy.writer());
            }
        } catch (IOException | RuntimeException e) {
            if (Failure.isDiskFull(e, file.folder())) {
                Files.deleteIfExists(restored.path());
                throw new StorageException(Failure.DISK_FULL, e); // else a backup would replace what only lacks an index
            }
            LOG.warn("no new indexes can be made: {}", Failure.brief(e));
            return false;
        }
        Optional<String> wrong = Inspection.of(restored, List.of());
        wrong.ifPresent(what -> LOG.warn("new indexes do not help: {}", what));
        return wrong.isEmpty();
    }

    private OpenResult replace(FolderLock lock) throws IOException {
        Optional<Path> backup = unpackNewest();
        Journal.copyAside(file, clock.instant());
        for (Path journal : Journal.paths(file)) {
            Files.deleteIfExists(journal);
        }
        Path keptAside = moveAside();
        finishRestore();
        H2MessageLog log = log(lock);
        String kept = "The unreadable file was kept as " + keptAside.getFileName();
        if (backup.isEmpty()) {
            tell(log, kept + "; there was no usable backup.");
            return new OpenResult.StartedEmpty(log, keptAside);
        }
        tell(log, kept + "; restored from " + backup.get().getFileName() + ".");
        return new OpenResult.Restored(log, keptAside, backup.get());
    }

    private Optional<Path> unpackNewest() throws IOException {
        for (Path backup : backups()) {
            if (Archive.unpack(backup, restored.path())) {
                Optional<String> wrong = Inspection.of(restored, List.of());
                if (wrong.isEmpty()) {
                    return Optional.of(backup);
                }
                LOG.warn("backup {} is unusable: {}", backup.getFileName(), wrong.get());
            }
            Files.deleteIfExists(restored.path());
        }
        return Optional.empty();
    }

    private List<Path> backups() throws IOException {
        return BackupFiles.newestFirst(H2MessageLog.backups(file.folder()));
    }

    private Path moveAside() throws IOException {
        Path aside = file.aside(clock.instant(), ".mv.db");
        return Files.move(file.path(), aside, StandardCopyOption.ATOMIC_MOVE);
    }

    /// A restored copy is used only if the place of the database is empty: else its check may not have been done.
    private void finishRestore() throws IOException {
        if (!Files.exists(restored.path())) {
            return;
        }
        if (Files.exists(file.path())) {
            Files.delete(restored.path());
        } else {
            Files.move(restored.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void tell(H2MessageLog log, String detail) {
        try {
            log.audit(AuditEvent.ofHost(clock.instant(), AuditType.DATABASE_RESTORED, detail));
        } catch (LogException e) {
            LOG.warn("cannot store an audit event: {}", e.text());
        }
    }
}
