package dev.parley.log;

/// Another program has this log open.
public final class LogBusyException extends LogException {

    private static final long serialVersionUID = 1L;

    public LogBusyException(String message) {
        super(message);
    }
}
