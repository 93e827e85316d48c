package dev.parley.log;

/// A backup could not be made or did not pass its check; nothing of it is left.
public final class BackupException extends LogException {

    private static final long serialVersionUID = 1L;

    public BackupException(String message) {
        super(message);
    }

    public BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
