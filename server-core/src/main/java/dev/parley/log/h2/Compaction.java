package dev.parley.log.h2;

import java.sql.SQLException;

/// A little housekeeping at a time. Every commit writes new copies of the pages it changed; the copies of before are
/// free soon, but a page that stays keeps its whole chunk. H2 rewrites such pages in a background thread, which does not
/// run without a write delay, and offers no SQL for it. Measured at 500 commits a second: 660 MB after two minutes
/// without this, 26 MB after 40 seconds with it. The store is locked during a step, so it is small: steps of 4 MB held up
/// all messages for more than a second on a slow machine.
final class Compaction {

    /// Chunks are rewritten while less than this part of their bytes is in use, in percent.
    private static final int FILL = 50;

    private static final int STEP_BYTES = 128 << 10;

    private Compaction() {}

    /// Moves at most 128 KB of pages, while writers wait. The next commit or sync stores them.
    ///
    /// @return true if something was moved
    static boolean step(Sql sql) throws SQLException {
        return Store.of(sql.connection()).compact(FILL, STEP_BYTES);
    }
}
