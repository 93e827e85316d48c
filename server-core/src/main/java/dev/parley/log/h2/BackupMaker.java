package dev.parley.log.h2;

import dev.parley.log.BackupException;
import dev.parley.log.BackupFiles;
import dev.parley.log.LogException;
import dev.parley.log.RoomRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a backup under a working name, checks it, and only then gives it the name of a backup.
final class BackupMaker {

    private static final Logger LOG = LoggerFactory.getLogger(BackupMaker.class);
    private static final String UNFINISHED = "unfinished.zip";
    private static final String CHECKED = "checked";

    private final Storage storage;
    private final Rooms rooms;
    private final Clock clock;

    BackupMaker(Storage storage, Rooms rooms, Clock clock) {
        this.storage = storage;
        this.rooms = rooms;
        this.clock = clock;
    }

    /// One at a time.
    ///
    /// @throws BackupException if there is no backup afterwards
    synchronized Path make(Path folder) {
        Path unfinished = folder.resolve(UNFINISHED);
        DatabaseFile checked = new DatabaseFile(folder, CHECKED, DatabaseFile.DISK);
        try {
            OwnerOnly.createFolder(folder);
            Files.deleteIfExists(unfinished);
            OwnerOnly.createFile(unfinished);
            List<RoomRecord> before = rooms.all();
            storage.settle();
            storage.backup(unfinished);
            Optional<String> wrong = Archive.unpack(unfinished, checked.path())
                    ? Inspection.of(checked, before)
                    : Optional.of("the archive is not complete");
            if (wrong.isPresent()) {
                throw new BackupException("The backup did not pass its check: " + wrong.get() + ".");
            }
            return Files.move(unfinished, free(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (BackupException e) {
            throw e;
        } catch (LogException e) {
            throw new BackupException("There is no backup: " + e.text(), e);
        } catch (IOException e) {
            throw new BackupException("There is no backup: " + Failure.reason(e, folder), e);
        } finally {
            remove(unfinished);
            remove(checked.path());
        }
    }

    /// Later than all others, also in the same millisecond or if the clock went back: the name tells which is the newest.
    private Path free(Path folder) throws IOException {
        Instant now = clock.instant();
        Instant after = BackupFiles.newestFirst(folder).stream().findFirst().flatMap(BackupFiles::time)
                .map(newest -> newest.plusMillis(1)).orElse(now);
        return BackupFiles.named(folder, after.isAfter(now) ? after : now);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("cannot delete {}: {}", file.getFileName(), e.toString());
        }
    }
}
