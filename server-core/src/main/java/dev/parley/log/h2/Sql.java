package dev.parley.log.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statements on one connection, in JDBC; values are always parameters. One thread at a time, like the connection.
///
/// @param connection what commits, rolls back and closes it is up to its owner
record Sql(Connection connection) {

    /// @throws SqlException if the database cannot or will not do it, as do all of these
    int execute(String statement, @Nullable Object... values) {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, values);
            prepared.execute();
            return prepared.getUpdateCount();
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    /// Inserts one row.
    ///
    /// @return the number that the database gave it, in the column of that name
    int insert(String key, String statement, @Nullable Object... values) {
        try (PreparedStatement prepared = connection.prepareStatement(statement, new String[] {key})) {
            bind(prepared, values);
            prepared.executeUpdate();
            try (ResultSet keys = prepared.getGeneratedKeys()) {
                keys.next();
                return keys.getInt(1);
            }
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    /// The same statement for many rows.
    void batch(String statement, List<@Nullable Object[]> rows) {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (@Nullable Object[] row : rows) {
                bind(prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    <T> List<T> list(Mapper<T> mapper, String query, @Nullable Object... values) {
        try (PreparedStatement prepared = connection.prepareStatement(query)) {
            bind(prepared, values);
            ResultSet rows = prepared.executeQuery(); // closed with its statement
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    <T> Optional<T> first(Mapper<T> mapper, String query, @Nullable Object... values) {
        return list(mapper, query, values).stream().findFirst();
    }

    private static void bind(PreparedStatement prepared, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
    }

    /// Makes something of the row a result stands at.
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /// An [SQLException] on its way through code that does not know it; [Failure] looks inside.
    static final class SqlException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SqlException(SQLException cause) {
            super(cause);
        }
    }
}
