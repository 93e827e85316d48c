package dev.parley.log.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.h2.jdbcx.JdbcDataSource;

/// Connections of one database, kept for the next work: opening one costs 0.08 ms. As many as work at the same time, which
/// the lanes of [Storage] limit. H2's own pool is not used because it rolls back at every return; see [Store].
final class KeptConnections {

    private final JdbcDataSource source;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    KeptConnections(JdbcDataSource source) {
        this.source = source;
    }

    Connection take() throws SQLException {
        Connection kept = idle.pollFirst();
        return kept == null ? source.getConnection() : kept;
    }

    /// One of a broken database is forgotten: closing it would roll back.
    void giveBack(Connection connection) throws SQLException {
        if (!Store.isOpen(connection)) {
            return;
        }
        if (connection.getAutoCommit()) {
            idle.addFirst(connection);
        } else {
            connection.close();
        }
    }
}
