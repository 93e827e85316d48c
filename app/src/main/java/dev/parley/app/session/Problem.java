package dev.parley.app.session;

/// What kind of failure a [SessionException] is; decides the exit code of the program.
public enum Problem {
    USAGE,
    NO_SUCH_ROOM,
    WRONG_PASSWORD,
    CANNOT_CONNECT,
    PORT_IN_USE,
    STORAGE,
    REFUSED
}
