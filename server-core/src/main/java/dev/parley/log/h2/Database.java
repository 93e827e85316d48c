package dev.parley.log.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// One opened database file: a small pool for short work and one connection that stays open, for appending.
final class Database implements AutoCloseable {

    /// One per lane thread and some for the threads that wait for a result.
    private static final int CONNECTIONS = 8;

    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;
    private final Handle writer;

    private Database(JdbcConnectionPool pool, Jdbi jdbi, Handle writer) {
        this.pool = pool;
        this.jdbi = jdbi;
        this.writer = writer;
    }

    /// @throws RuntimeException of many kinds if the file cannot be opened; see [Failure]
    static Database open(DatabaseFile file, DatabaseFile.Mode mode) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(file.url(mode));
        source.setUser("parley");
        source.setPassword("");
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(CONNECTIONS);
        try {
            Jdbi jdbi = Jdbi.create(pool);
            return new Database(pool, jdbi, jdbi.open());
        } catch (RuntimeException | Error e) {
            pool.dispose();
            throw e;
        }
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /// Stays open as long as the database; used by one thread.
    Handle writer() {
        return writer;
    }

    /// True if the database still answers. H2 closes it when a write fails.
    boolean isAlive() {
        try {
            return jdbi.withHandle(h -> h.createQuery("SELECT 1").mapTo(Integer.class).one()) == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /// Lets go of the file without writing anything.
    void abandon() {
        shutdown("SHUTDOWN IMMEDIATELY");
    }

    /// Writes what is pending and lets go of the file.
    @Override
    public void close() {
        shutdown("SHUTDOWN");
    }

    private void shutdown(String command) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            // closed already, by H2 after a failed write or by an earlier call
        }
        pool.dispose();
    }
}
