package dev.parley.log.h2;

import java.util.List;
import java.util.regex.Pattern;

/// The two indexes of the entries, by number and by id. H2 writes one table or index after the other; a file in which
/// they differ has all rows but does not find them, or finds what is no row.
final class Indexes {

    private static final Pattern NAME = Pattern.compile("[A-Z0-9_]+");

    private Indexes() {}

    /// Makes both anew from the rows. In the middle of it the table has none, so this is for a copy.
    ///
    /// @throws DamagedException if this is not a database of ours
    /// @throws Sql.SqlException also if two rows have the same number or id
    static void rebuild(Sql sql) {
        List<String> names = sql.list(
                row -> row.getString(1),
                "SELECT constraint_name FROM information_schema.table_constraints"
                        + " WHERE table_schema = 'PUBLIC' AND table_name = 'ENTRY' AND constraint_type IN ('PRIMARY KEY', 'UNIQUE')");
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new DamagedException("the entries have an index with another name than ours");
            }
            sql.execute("ALTER TABLE entry DROP CONSTRAINT " + name);
        }
        sql.execute("ALTER TABLE entry ADD PRIMARY KEY (room, seq)");
        sql.execute("ALTER TABLE entry ADD UNIQUE (room, message_id)");
    }
}
