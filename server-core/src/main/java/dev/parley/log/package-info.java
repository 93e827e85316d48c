/// The room log: the one place that must not lose or double anything.
///
/// A room is an append-only list of entries, numbered contiguously from 1. [MessageLog] stores them; [LogWriter] is the
/// only one that appends: it collects what arrives in one turn of the event loop, or while the previous batch is stored,
/// stores it at once and only then tells the senders. Whoever saw an entry can rely on it, also after the host process
/// was killed.
///
/// **Threads.** [MessageLog#append] and [MessageLog#appendAtOnce] belong to the [LogWriter]; every other method may be
/// called from any thread and may block on the disk, so never from an event loop. [LogWriter#submit] and
/// [LogWriter#audit] never block. Callbacks and listener run in the executor that the caller gave, and so does the storing
/// of what is simple. The records are immutable.
///
/// ```java
/// OpenResult opened = H2MessageLog.open(dataFolder, Clock.systemUTC());
/// LogWriter writer = new LogWriter(opened.log(), eventLoop, listener, LogSettings.standard(backups), Clock.systemUTC());
/// writer.submit(draft, outcome -> {
///     switch (outcome) {
///         case Appended.Stored(Entry entry) -> broadcast(entry);
///         case Appended.Duplicate(Entry entry) -> tellSenderAgain(entry);
///         case Refused(Refused.Reason reason, String text) -> tellSender(text);
///     }
/// });
/// writer.close(); // closes the log too
/// ```
@NullMarked
package dev.parley.log;

import org.jspecify.annotations.NullMarked;
