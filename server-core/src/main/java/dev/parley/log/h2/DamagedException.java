package dev.parley.log.h2;

/// The file can be opened but what it holds contradicts itself.
final class DamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
        super(message);
    }
}
