/// The embedded [dev.parley.log.MessageLog]: one H2 file in the data folder, and a journal in front of it. The only place
/// that sees SQL.
///
/// What it rests on:
///
/// * An entry is stored when the [Journal] has handed it to the operating system. It settles in the database later, with
///   many others in one commit; [Pending] has it for readers until then. The next start brings a journal that was left
///   into the database ([Settling]).
/// * `WRITE_DELAY=0`: a commit has handed its bytes to the operating system before it returns, in the committing thread;
///   with a delay a background thread does it later. Not every version of H2 finds these bytes again: `EveryCommitTest`
///   tells before an upgrade.
/// * Without a delay H2 does no housekeeping by itself: every small commit would leave about 5 KB behind for ever. So the
///   log does a little every two seconds (see [Compaction]). `SHUTDOWN COMPACT` is never used.
/// * H2 writes its tables and indexes one after the other, whatever a transaction does to them meanwhile. So nothing makes
///   it write its file while a transaction is open (`Database.store`).
/// * Only `Database.sync` forces data to the disk. Space is reused 5 seconds after it became free, long after the sync
///   that follows a commit by 200 ms.
/// * A failed write closes the whole database inside H2. [Storage] opens it again for reading at once, and for writing
///   when the disk takes data.
///
/// **Threads.** H2 closes its file when a thread is interrupted while it reads. So all work except appending runs on
/// threads of our own ([Lane]) that nobody interrupts; appending runs on the log writer's thread. Connections come from
/// the small pool inside H2: opening one costs microseconds, there is nothing to keep alive, and after a failure all are
/// replaced at once, which a pool for remote databases does not expect.
///
/// Entry type: [H2MessageLog].
///
/// ```java
/// OpenResult result = H2MessageLog.open(folder, Clock.systemUTC());
/// MessageLog log = result.log();
/// ```
@NullMarked
package dev.parley.log.h2;

import org.jspecify.annotations.NullMarked;
