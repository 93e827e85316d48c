package dev.parley.log.h2;

import dev.parley.log.LogException;
import dev.parley.log.StorageException;
import dev.parley.protocol.ProtocolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/// Turns what H2 and the file system throw into exceptions of the log, with a reason for people.
final class Failure {

    static final String DISK_FULL = "The disk is full.";
    static final String DAMAGED = "The file of the message log is damaged.";
    static final String IO = "The disk cannot be read or written.";

    /// Below this the disk counts as full, whatever the (translated) message of the system says.
    private static final long FULL_BYTES = 1 << 20;

    private Failure() {}

    /// A [StorageException] if the file is the trouble, another [LogException] if only the request is.
    static LogException of(Throwable e, Path folder) {
        if (e instanceof LogException known) {
            return known;
        }
        return isOfStorage(e)
                ? new StorageException(reason(e, folder), e)
                : new LogException("The message log could not do this.", e);
    }

    private static boolean isOfStorage(Throwable e) {
        SQLException sql = find(e, SQLException.class);
        if (sql == null) {
            return isDamage(e) || find(e, MVStoreException.class) != null || find(e, IOException.class) != null;
        }
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        boolean isRequest = state.startsWith("22") // data
                || state.startsWith("23") // constraint
                || state.startsWith("40") // deadlock
                || state.startsWith("42") // syntax
                || state.startsWith("HYT"); // lock timeout
        return !isRequest;
    }

    static String reason(Throwable e, Path folder) {
        if (isDiskFull(e, folder)) {
            return DISK_FULL;
        }
        return isDamage(e) ? DAMAGED : IO;
    }

    /// The innermost cause in one line, for the program's own log: H2 wraps it a dozen times.
    static String brief(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    /// A unique key was there already.
    static boolean isDuplicate(Throwable e) {
        return hasCode(e, ErrorCode.DUPLICATE_KEY_1);
    }

    /// Another process has the file open.
    static boolean isBusy(Throwable e) {
        return hasCode(e, ErrorCode.DATABASE_ALREADY_OPEN_1);
    }

    static boolean isDiskFull(Throwable e, Path folder) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (t instanceof IOException && message != null) {
                String lower = message.toLowerCase(Locale.ROOT);
                if (lower.contains("no space left") || lower.contains("enough space") || lower.contains("quota")) {
                    return true;
                }
            }
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < FULL_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static boolean isDamage(Throwable e) {
        if (find(e, ProtocolException.class) != null || find(e, DamagedException.class) != null) {
            return true; // a stored value that nobody could have stored
        }
        MVStoreException store = find(e, MVStoreException.class);
        int code = store == null ? 0 : store.getErrorCode();
        return code == DataUtils.ERROR_FILE_CORRUPT
                || code == DataUtils.ERROR_CHUNK_NOT_FOUND
                || hasCode(e, ErrorCode.FILE_CORRUPTED_1);
    }

    private static boolean hasCode(Throwable e, int code) {
        SQLException sql = find(e, SQLException.class);
        return sql != null && sql.getErrorCode() == code;
    }

    private static <T extends Throwable> @Nullable T find(Throwable e, Class<T> type) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
