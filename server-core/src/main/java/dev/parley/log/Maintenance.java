package dev.parley.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The slow background work: removing old entries, and backups. What goes wrong is logged, told to the audit and tried
/// again next time.
final class Maintenance {

    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);

    /// The first backup waits until the host is up and people are in.
    private static final Duration AFTER_START = Duration.ofMinutes(1);

    /// Audit events that stay.
    private static final int AUDIT_EVENTS = 100_000;

    private final MessageLog log;
    private final LogSettings settings;
    private final Timer timer;
    private final Clock clock;
    private final Consumer<AuditEvent> audit;

    Maintenance(MessageLog log, LogSettings settings, Timer timer, Clock clock, Consumer<AuditEvent> audit) {
        this.log = log;
        this.settings = settings;
        this.timer = timer;
        this.clock = clock;
        this.audit = audit;
    }

    void start() {
        timer.after(settings.retentionEvery(), this::retain);
        if (!settings.backupEvery().isZero()) {
            timer.after(AFTER_START, this::firstBackup);
        }
    }

    private void retain() {
        try {
            int gone = log.retainAudit(AUDIT_EVENTS);
            for (RoomRecord room : log.rooms()) {
                gone += log.retain(room.id(), clock.instant());
            }
            LOG.debug("retention removed {} entries and events", gone);
        } catch (LogException e) {
            LOG.warn("old entries could not be removed: {}", e.text());
        } finally {
            timer.after(settings.retentionEvery(), this::retain);
        }
    }

    /// Right after the start only if the newest backup is old: restarts must not push out good ones.
    private void firstBackup() {
        if (isNewestFresh()) {
            timer.after(settings.backupEvery(), this::backup);
        } else {
            backup();
        }
    }

    private void backup() {
        try {
            Path made = log.backup(settings.backupFolder());
            BackupFiles.prune(settings.backupFolder(), settings.backupKeep());
            tell(AuditType.BACKUP_DONE, String.valueOf(made.getFileName()));
        } catch (LogException e) {
            LOG.warn("no backup: {}", e.text());
            tell(AuditType.BACKUP_FAILED, e.text());
        } catch (IOException e) {
            LOG.warn("old backups could not be removed", e);
            tell(AuditType.BACKUP_FAILED, "Old backups could not be removed.");
        } finally {
            timer.after(settings.backupEvery(), this::backup);
        }
    }

    private boolean isNewestFresh() {
        try {
            Optional<Instant> newest = BackupFiles.newestFirst(settings.backupFolder()).stream()
                    .findFirst()
                    .flatMap(BackupFiles::time);
            Instant now = clock.instant();
            return newest.isPresent()
                    && !newest.get().isAfter(now)
                    && newest.get().isAfter(now.minus(settings.backupEvery()));
        } catch (IOException e) {
            return false;
        }
    }

    private void tell(AuditType type, String detail) {
        audit.accept(AuditEvent.ofHost(clock.instant(), type, detail));
    }
}
