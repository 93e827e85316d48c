package dev.parley.log;

/// The disk is full, fails or holds damaged data. Writing stops until [MessageLog#probeWritable] succeeds.
public final class StorageException extends LogException {

    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
