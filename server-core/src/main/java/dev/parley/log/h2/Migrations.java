package dev.parley.log.h2;

import dev.parley.log.NewerLogException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Brings a database to the newest schema, one numbered script after the other. A database commits each `CREATE` by
/// itself, so every statement of a script must be repeatable: a start after a crash runs the script again.
/// A script has no semicolon except at the end of a statement.
///
/// @param scripts names of resources beside this class; the first makes version 1
record Migrations(List<String> scripts) {

    private static final Pattern COMMENT = Pattern.compile("--.*");

    /// The schema of this version of Parley.
    static Migrations all() {
        return new Migrations(List.of("V1__room_log.sql"));
    }

    int newest() {
        return scripts.size();
    }

    /// @throws NewerLogException if the database is ahead of this program; nothing is changed then
    void apply(Sql sql, Clock clock) {
        sql.execute("CREATE TABLE IF NOT EXISTS schema_version"
                + " (version INTEGER NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL)");
        int found = requireKnown(sql);
        for (int version = found + 1; version <= newest(); version++) {
            for (String statement : statements(scripts.get(version - 1))) {
                sql.execute(statement);
            }
            sql.execute("INSERT INTO schema_version (version, applied_at) VALUES (?, ?)", version, clock.millis());
        }
    }

    /// The version of the database, 0 for an empty one.
    ///
    /// @throws NewerLogException if it is ahead of this program
    int requireKnown(Sql sql) {
        int found = sql.first(row -> row.getInt(1), "SELECT MAX(version) FROM schema_version").orElse(0); // 0 also for NULL
        if (found > newest()) {
            throw new NewerLogException("This message log was written by a newer Parley (schema " + found
                    + ", this one knows " + newest() + "). Please update.");
        }
        return found;
    }

    private static List<String> statements(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + script);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(COMMENT.matcher(text).replaceAll("").split(";"))
                    .map(String::strip)
                    .filter(sql -> !sql.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
