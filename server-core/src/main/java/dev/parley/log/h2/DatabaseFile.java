package dev.parley.log.h2;

import dev.parley.log.BackupFiles;
import dev.parley.log.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Where a database lies and how H2 is told to open it.
///
/// @param folder absolute
/// @param name file name without `.mv.db`
/// @param scheme H2 file system, `file:` for the disk
record DatabaseFile(Path folder, String name, String scheme) {

    static final String DISK = "file:";

    /// Without a write delay commits are on their way to the disk when they return; H2 itself would also add a trace
    /// file and a hook that closes the database before ours does. A commit writes whole pages: with half of H2's page size,
    /// 9 KB instead of 23 for one entry, and a quarter less time (batches of 100 take a third more).
    /// Every page that is written comes into the cache, mostly never to be looked at again: a small one keeps a busy host smaller, by about 20 MB.
    private static final String SETTINGS = ";WRITE_DELAY=0;PAGE_SIZE=2048;RETENTION_TIME=5000;CACHE_SIZE=2048;LOCK_TIMEOUT=10000"
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    private static final String READ_ONLY =
            ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;CACHE_SIZE=2048;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    /// @throws StorageException if the folder has a character that H2 cannot have in a path
    DatabaseFile {
        folder = folder.toAbsolutePath().normalize();
        if (folder.toString().indexOf(';') >= 0) {
            throw new StorageException("The path of the data folder must not contain a semicolon.");
        }
    }

    Path path() {
        return folder.resolve(name + ".mv.db");
    }

    /// A free name for what is kept of this database although it cannot be used.
    Path aside(Instant at, String ending) {
        Path aside;
        Instant free = at;
        do {
            aside = folder.resolve(name + "-unreadable-" + BackupFiles.stamp(free) + ending);
            free = free.plusMillis(1);
        } while (Files.exists(aside));
        return aside;
    }

    DatabaseFile named(String other) {
        return new DatabaseFile(folder, other, scheme);
    }

    String url(Mode mode) {
        String place = "jdbc:h2:" + scheme + folder.resolve(name);
        return switch (mode) {
            case READ_WRITE -> place + SETTINGS;
            case READ_ONLY -> place + READ_ONLY;
        };
    }

    /// What the database is opened for.
    enum Mode {
        READ_WRITE,
        READ_ONLY
    }
}
