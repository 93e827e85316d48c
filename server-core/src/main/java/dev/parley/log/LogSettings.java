package dev.parley.log;

import java.nio.file.Path;
import java.time.Duration;

/// How a [LogWriter] works.
///
/// @param durability what an acknowledged entry survives
/// @param syncDelay with [Durability#PROCESS]: the disk is told to write this long after a commit, never more often
/// @param probeEvery how often a failed log is tried again
/// @param retentionEvery how often old entries are removed
/// @param backupEvery how often a backup is made, the first one soon after the start if the newest is older than
///     this; zero for never
/// @param backupFolder where backups go
/// @param backupKeep how many backups stay, 1 or more
public record LogSettings(
        Durability durability,
        Duration syncDelay,
        Duration probeEvery,
        Duration retentionEvery,
        Duration backupEvery,
        Path backupFolder,
        int backupKeep) {

    public LogSettings {
        requirePositive(syncDelay);
        requirePositive(probeEvery);
        requirePositive(retentionEvery);
        if (backupEvery.isNegative() || backupKeep < 1) {
            throw new IllegalArgumentException("backups: no negative time, keep at least 1");
        }
    }

    /// Survives the end of the process; 200 ms behind for power cuts; tries a failed log every second; retention every
    /// hour, a backup every six hours, three stay.
    public static LogSettings standard(Path backupFolder) {
        return new LogSettings(
                Durability.PROCESS,
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofHours(1),
                Duration.ofHours(6),
                backupFolder,
                3);
    }

    public LogSettings withDurability(Durability changed) {
        return new LogSettings(
                changed, syncDelay, probeEvery, retentionEvery, backupEvery, backupFolder, backupKeep);
    }

    public LogSettings withBackups(Duration every, int keep) {
        return new LogSettings(durability, syncDelay, probeEvery, retentionEvery, every, backupFolder, keep);
    }

    private static void requirePositive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a time between two runs must be positive");
        }
    }
}
