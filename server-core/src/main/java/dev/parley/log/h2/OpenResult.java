package dev.parley.log.h2;

import dev.parley.log.MessageLog;
import java.nio.file.Path;

/// What was found when the log was opened. There is a log in every case; the host tells its owner about the last two.
public sealed interface OpenResult {

    /// The open log.
    MessageLog log();

    /// The log is as it was left, or new.
    record Opened(MessageLog log) implements OpenResult {}

    /// The file could not be read; everything since the backup is missing.
    ///
    /// @param keptAside the unreadable file
    /// @param backup what is used now
    record Restored(MessageLog log, Path keptAside, Path backup) implements OpenResult {}

    /// The file could not be read and there was no usable backup.
    ///
    /// @param keptAside the unreadable file
    record StartedEmpty(MessageLog log, Path keptAside) implements OpenResult {}
}
