package dev.parley.log;

/// The log was written by a newer Parley and is left untouched.
public final class NewerLogException extends LogException {

    private static final long serialVersionUID = 1L;

    public NewerLogException(String message) {
        super(message);
    }
}
