package dev.parley.log;

/// The log could not do what it was asked. The message is safe to show to people.
public sealed class LogException extends RuntimeException
        permits BackupException, LogBusyException, NewerLogException, RoomExistsException, StorageException {

    private static final long serialVersionUID = 1L;

    private final String text;

    /// For a request that makes no sense to this log, such as an unknown room.
    public LogException(String message) {
        super(message);
        this.text = message;
    }

    public LogException(String message, Throwable cause) {
        super(message, cause);
        this.text = message;
    }

    /// The message again, never null.
    public final String text() {
        return text;
    }
}
