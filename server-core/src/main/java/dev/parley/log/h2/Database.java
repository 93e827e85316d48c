package dev.parley.log.h2;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.ZipOutputStream;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/// One opened database file: connections for short work and one that stays open, for the appending thread; and the journal
/// of what will be in it.
final class Database implements AutoCloseable {

    private final KeptConnections connections;
    private final Connection writer;

    /// Held by a transaction that is open, and by whoever makes H2 write its file. H2 writes one table or index after the
    /// other: what a transaction changed meanwhile would be in one of them and not in another, and without the note that
    /// takes it back. A host that is killed then would leave a file with numbers or ids that no entry has.
    private final ReentrantLock whole = new ReentrantLock();

    private @Nullable Journal journal;

    private Database(KeptConnections connections) throws SQLException {
        this.connections = connections;
        this.writer = connections.take();
    }

    /// With its journal.
    ///
    /// @param pending hears what is appended
    static Database open(DatabaseFile file, Pending pending) {
        Database database = open(file, DatabaseFile.Mode.READ_WRITE);
        try {
            database.journal = Journal.open(file, Store.created(database.writer), pending);
            return database;
        } catch (SQLException e) {
            database.abandon();
            throw new IllegalStateException("a database that was just opened is closed", e);
        } catch (RuntimeException e) {
            database.abandon();
            throw e;
        }
    }

    /// @throws RuntimeException of many kinds if the file cannot be opened; see [Failure]
    static Database open(DatabaseFile file, DatabaseFile.Mode mode) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(file.url(mode));
        source.setUser("parley");
        source.setPassword("");
        try {
            return new Database(new KeptConnections(source));
        } catch (SQLException e) {
            throw new Sql.SqlException(e);
        }
    }

    /// Stays open as long as the database; used by one thread.
    Sql writer() {
        return new Sql(writer);
    }

    /// @throws IllegalStateException if it was opened without one
    Journal journal() {
        if (journal == null) {
            throw new IllegalStateException("only a database that is written has a journal");
        }
        return journal;
    }

    /// Reads without a transaction.
    <T> T read(Storage.Work<T> work) throws Exception {
        Connection connection = connections.take();
        try {
            return work.on(new Sql(connection));
        } finally {
            connections.giveBack(connection);
        }
    }

    /// Makes H2 write its file, or does what may do so, while no transaction is open.
    <T> T store(Storage.Work<T> work) throws Exception {
        whole.lock();
        try {
            return read(work);
        } finally {
            whole.unlock();
        }
    }

    /// Changes something, wholly or not at all.
    <T> T write(Storage.Work<T> work) throws Exception {
        return store(sql -> {
            Connection connection = sql.connection();
            connection.setAutoCommit(false);
            try {
                T result = work.on(sql);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (Exception e) {
                Store.rollback(connection, e);
                throw e;
            }
        });
    }

    /// Returns when what was committed before would survive a power cut.
    void sync() throws Exception {
        store(sql -> sql.execute("CHECKPOINT"));
        read(sql -> {
            Store.of(sql.connection()).sync(); // takes long, and nobody else has to wait for it
            return true;
        });
    }

    /// Copies the file into an archive, as it was at the beginning or a little later.
    void backup(Path to) throws Exception {
        store(sql -> sql.execute("CHECKPOINT"));
        read(sql -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
                Store.of(sql.connection()).getFileStore().backup(zip); // `BACKUP TO` would write the file first
            }
            return to;
        });
    }

    /// True if the database still takes and gives data. H2 closes its store when a write fails.
    boolean isAlive() {
        return Store.isOpen(writer);
    }

    /// Lets go of the file without writing anything.
    void abandon() {
        Store.letGo(writer);
        closeJournal();
    }

    /// Writes what is pending and lets go of the file.
    @Override
    public void close() {
        if (isAlive()) {
            try (Statement statement = writer.createStatement()) {
                statement.execute("SHUTDOWN");
                closeJournal();
                return;
            } catch (SQLException e) {
                // lost its file meanwhile
            }
        }
        abandon();
    }

    private void closeJournal() {
        if (journal != null) {
            journal.close();
        }
    }
}
