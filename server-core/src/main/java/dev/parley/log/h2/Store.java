package dev.parley.log.h2;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/// What H2 offers below SQL. A failed write closes H2's store while the database on top stays open; a `ROLLBACK` after
/// that lowers a counter of the store twice (2.4.240: `Transaction.closeIt`, then `markStatementEnd`), and the next
/// statement of any connection spins for ever in `MVStore.registerVersionUsage`. So after a failure nothing here may be
/// rolled back, and the database is let go without SQL.
final class Store {

    private Store() {}

    static MVStore of(Connection connection) throws SQLException {
        return database(connection).getStore().getMvStore();
    }

    /// When the file was made, in milliseconds since 1970: stays with it through backups, differs between two logs.
    static long created(Connection connection) throws SQLException {
        return of(connection).getFileStore().getCreationTime();
    }

    /// True if the connection's database still takes and gives data.
    static boolean isOpen(Connection connection) {
        try {
            return !connection.isClosed() && !of(connection).isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    /// Takes back what was not committed; nothing if the store is closed, because then it is lost anyway.
    static void rollback(Connection connection, Exception cause) {
        if (!isOpen(connection)) {
            return;
        }
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /// Closes the file at once and writes nothing; whoever works on the database fails.
    static void letGo(Connection connection) {
        try {
            database(connection).shutdownImmediately();
        } catch (SQLException e) {
            // closed already
        }
    }

    private static Database database(Connection connection) throws SQLException {
        return ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase();
    }
}
