package dev.parley.log.h2;

import dev.parley.log.LogException;
import dev.parley.log.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database through failures. After a failed write the state is read-only: reading goes on from a second opening of
/// the same file that cannot write, until [#recover] finds that the disk takes data again.
///
/// Work holds the shared side of a lock, exchanging the database needs the exclusive side; so nobody ever works on a
/// database that was let go.
final class Storage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
    private static final int READERS = 3;

    /// From here on entries settle at once, without waiting for the tidying.
    private static final int MANY_PENDING = 1_000;

    /// More are not kept in memory: as many as [RecentIds] recognises.
    private static final int MOST_PENDING = 10_000;

    private final DatabaseFile file;
    private final Clock clock;
    private final Rooms rooms;
    private final Pending pending;
    private final ReentrantReadWriteLock exchange = new ReentrantReadWriteLock();
    private final Lane reads = new Lane("read", READERS);
    private final Lane writes = new Lane("write", 1);
    private final Lane syncs = new Lane("sync", 1);
    private final Lane backups = new Lane("backup", 1);

    private final AtomicBoolean changed = new AtomicBoolean(true); // the database, since it was last on the disk
    private final AtomicBoolean settlesSoon = new AtomicBoolean();
    private volatile boolean syncing; // written by the one thread of syncs

    private @Nullable Database database; // guarded by exchange
    private @Nullable String failure; // guarded by exchange; why nothing can be written

    private Storage(DatabaseFile file, Clock clock, Rooms rooms, Pending pending) {
        this.file = file;
        this.clock = clock;
        this.rooms = rooms;
        this.pending = pending;
    }

    /// @throws RuntimeException of many kinds if the file cannot be opened; see [Failure]
    static Storage open(DatabaseFile file, Clock clock, Rooms rooms, Pending pending) {
        Storage storage = new Storage(file, clock, rooms, pending);
        storage.database = storage.openToWrite();
        return storage;
    }

    /// Reads, on a thread that nobody interrupts.
    <T> T read(Work<T> work) {
        return on(reads, () -> {
            try {
                return once(Access.READ, database -> database.read(work));
            } catch (StorageException e) {
                // the database may have been exchanged under a reader: once more with the one of now
                return once(Access.READ, database -> database.read(work));
            }
        });
    }

    /// Changes something in a transaction, one at a time.
    <T> T write(Work<T> work) {
        return on(writes, () -> once(Access.CHANGE, database -> {
            try {
                return database.write(work);
            } finally {
                changed.set(true); // not before: a sync that runs meanwhile would take it for its own
            }
        }));
    }

    /// Runs on the calling thread, which has the journal and the connection of [Database#writer] for itself. Waits while too
    /// much has not settled.
    <T> T append(Task<T> work) {
        if (pending.size() >= MOST_PENDING) {
            settle();
        }
        settleSoonIfMany();
        return once(Access.APPEND, work);
    }

    /// As [#append], but waits for nobody: empty if it would have to, or if the work fails. A failure is not judged here,
    /// because that takes time: the next [#append] meets it again, unless it was for a moment only. While the disk is told
    /// to write, some systems hold up everything that is written.
    <T> Optional<T> appendAtOnce(Attempt<T> work) {
        if (syncing || pending.size() >= MOST_PENDING || !exchange.readLock().tryLock()) {
            return Optional.empty();
        }
        try {
            Database used = current(Access.APPEND);
            settleSoonIfMany();
            return work.on(used);
        } catch (LogException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("a batch was not stored at the first try: {}", e.toString());
            return Optional.empty();
        } finally {
            exchange.readLock().unlock();
        }
    }

    private void settleSoonIfMany() {
        if (pending.size() >= MANY_PENDING && settlesSoon.compareAndSet(false, true)) {
            writes.start(this::settleNow);
        }
    }

    /// Moves what is in the journal into the database.
    void settle() {
        on(writes, this::settleNow);
    }

    private boolean settleNow() {
        settlesSoon.set(false);
        return pending.size() > 0 && onNewest(Access.CHANGE, database -> {
            try {
                Settling.settle(database, pending);
                return true;
            } finally {
                changed.set(true);
            }
        });
    }

    /// Returns when everything stored so far would survive a power cut.
    void sync() {
        on(syncs, () -> onNewest(Access.WRITE, database -> {
            syncing = true;
            try {
                if (changed.getAndSet(false)) {
                    sync(database);
                }
                database.journal().force();
                return true;
            } finally {
                syncing = false;
            }
        }));
    }

    private void sync(Database database) throws Exception {
        boolean settled = database.journal().hasSettled();
        try {
            database.sync();
        } catch (Exception e) {
            changed.set(true);
            throw e;
        }
        if (settled) {
            database.journal().emptySettled();
        }
    }

    private boolean emptyJournal(Database used) throws IOException {
        boolean settled = pending.size() == 0;
        if (settled) {
            used.journal().empty();
        }
        return settled;
    }

    boolean tidy() {
        return on(syncs, () -> onNewest(Access.WRITE, database -> database.store(Compaction::step)));
    }

    /// Once more if the database was exchanged meanwhile: what failed was one that nobody uses any more.
    private <T> T onNewest(Access access, Task<T> work) {
        try {
            return once(access, work);
        } catch (StorageException e) {
            exchange.readLock().lock();
            try {
                if (failure != null) {
                    throw e;
                }
            } finally {
                exchange.readLock().unlock();
            }
            return once(access, work);
        }
    }

    /// Copies the database into an archive, beside everything else.
    void backup(Path to) {
        on(backups, () -> once(Access.BACKUP, database -> {
            database.backup(to);
            return to;
        }));
    }

    /// Tries to write; after a failure opens the database again first.
    ///
    /// @throws StorageException if nothing can be written
    void recover() {
        on(writes, () -> {
            reopenIfFailed();
            return once(Access.WRITE, database -> database.store(sql -> {
                Probe.row(sql);
                return true;
            }));
        });
    }

    DatabaseFile file() {
        return file;
    }

    @Override
    public void close() {
        try {
            settle();
            sync();
            once(Access.WRITE, this::emptyJournal);
        } catch (LogException e) {
            LOG.warn("the journal stays for the next start: {}", e.text());
        }
        reads.close();
        writes.close();
        backups.close();
        syncs.close();
        exchange.writeLock().lock();
        try {
            if (database != null) {
                database.close();
                database = null;
            }
            failure = "The message log is closed.";
        } finally {
            exchange.writeLock().unlock();
        }
    }

    private <T> T once(Access access, Task<T> work) {
        Database used = null;
        LogException problem;
        exchange.readLock().lock();
        try {
            used = current(access);
            return work.on(used);
        } catch (LogException e) {
            throw e;
        } catch (Exception e) {
            problem = Failure.of(e, file.folder());
        } finally {
            exchange.readLock().unlock();
        }
        if (problem instanceof StorageException && used != null && (access.isJudge() || !used.isAlive())) {
            throw fail(used, problem);
        }
        throw problem;
    }

    private Database current(Access access) {
        if (failure != null && !access.isPatient()) {
            throw new StorageException(failure);
        }
        if (database == null) {
            throw new StorageException(failure == null ? Failure.IO : failure);
        }
        return database;
    }

    /// Exchanges a database that failed for one that can only read.
    ///
    /// @return the problem with what is known of its reason
    private LogException fail(Database broken, LogException problem) {
        broken.abandon(); // others that work on it fail now and let go of the lock
        exchange.writeLock().lock();
        try {
            if (database == broken) {
                failure = reason(problem);
                LOG.error("message log is read-only: {} ({})", failure, Failure.brief(problem));
                database = null;
                openToRead();
            }
            return failure == null ? problem : new StorageException(failure, problem);
        } finally {
            exchange.writeLock().unlock();
        }
    }

    /// Only the thread that met the failure is told by H2 what it was; to the others the file is just closed.
    private String reason(LogException problem) {
        if (problem.text().equals(Failure.IO)) {
            try {
                Probe.file(file);
            } catch (UncheckedIOException e) {
                return Failure.reason(e, file.folder());
            }
        }
        return problem.text();
    }

    private void reopenIfFailed() {
        exchange.writeLock().lock();
        try {
            if (failure == null) {
                return;
            }
            Probe.file(file); // costs nothing while the disk is full: readers keep their database
            if (database != null) {
                database.abandon();
                database = null;
            }
            database = openToWrite();
            failure = null;
            LOG.info("message log can be written again");
        } catch (RuntimeException e) {
            LogException problem = Failure.of(e, file.folder());
            if (failure != null && problem instanceof StorageException) {
                failure = problem.text();
            }
            if (database == null) {
                openToRead();
            }
            throw problem;
        } finally {
            exchange.writeLock().unlock();
        }
    }

    /// Afterwards there is a database that can be read, or none.
    private void openToRead() {
        try {
            database = Database.open(file, DatabaseFile.Mode.READ_ONLY);
        } catch (RuntimeException e) {
            LOG.warn("message log cannot be read either: {}", Failure.brief(e));
        }
    }

    /// @throws StorageException if the journal cannot be read or written now: that says nothing about what is in it
    private Database openToWrite() {
        Database opened;
        try {
            opened = Database.open(file, pending);
        } catch (UncheckedIOException e) {
            throw new StorageException(Failure.reason(e, file.folder()), e);
        }
        try {
            Migrations.all().apply(opened.writer(), clock);
            Settling.replay(opened, file, clock);
            rooms.load(opened.writer());
            pending.clear();
            return opened;
        } catch (RuntimeException e) {
            opened.abandon();
            throw e;
        } catch (IOException e) {
            opened.abandon();
            throw new StorageException(Failure.reason(e, file.folder()), e);
        } catch (Exception e) {
            opened.abandon();
            throw new IllegalStateException("the journal cannot be brought into the database", e);
        }
    }

    private <T> T on(Lane lane, Callable<T> work) {
        try {
            return lane.call(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw Failure.of(e, file.folder());
        }
    }

    /// A few statements.
    interface Work<T> {
        T on(Sql sql) throws Exception;
    }

    /// Appends, or finds that it would have to wait.
    interface Attempt<T> {
        Optional<T> on(Database database) throws IOException;
    }

    /// Work that needs more than statements.
    interface Task<T> {
        T on(Database database) throws Exception;
    }
}
