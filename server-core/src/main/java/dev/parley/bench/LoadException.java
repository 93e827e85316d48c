package dev.parley.bench;

/// A load test that cannot go on. The message is for people.
public final class LoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoadException(String message) {
        super(message);
    }
}
