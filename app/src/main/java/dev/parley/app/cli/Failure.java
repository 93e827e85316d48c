package dev.parley.app.cli;

import dev.parley.app.Texts;
import dev.parley.app.session.Problem;
import dev.parley.app.session.SessionException;
import dev.parley.client.ClientException;
import dev.parley.crypto.IdentityException;
import dev.parley.log.LogException;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.VisibleText;
import dev.parley.server.PortInUseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What went wrong, in the forms in which it leaves the program. The only place that turns exceptions into exit codes.
///
/// @param exit code of the process
/// @param code stable word for programs
/// @param text for people
record Failure(int exit, String code, String text) {

    static final int OK = 0;
    static final int INTERNAL = 1;
    static final int USAGE = 2;
    static final int INTERRUPTED = 130;

    static Failure of(Throwable cause, Texts texts) {
        return switch (cause) {
            case SessionException e ->
                new Failure(exit(e.problem()), e.code(), texts.get("error." + e.code(), e.args().toArray()));
            case PortInUseException e -> new Failure(exit(Problem.PORT_IN_USE), "port-in-use",
                    texts.get("error.port-in-use", e.port(), e.free()));
            case LogException e -> new Failure(exit(Problem.STORAGE), "storage", texts.get("error.storage", message(e)));
            case IdentityException e -> new Failure(exit(Problem.STORAGE), "identity", message(e));
            case ProtocolException e ->
                new Failure(USAGE, e.code().wireName(), texts.get("error.invalid", e.text()));
            case ClientException e -> new Failure(exit(Problem.REFUSED),
                    e.code().map(ErrorCode::wireName).orElse("refused"), texts.get("error.refused", message(e)));
            case UncheckedIOException e when e.getCause() != null -> file(e.getCause(), texts);
            case IOException e -> file(e, texts);
            case InterruptedException e -> new Failure(INTERRUPTED, "interrupted", texts.get("error.interrupted"));
            default -> new Failure(INTERNAL, "internal", texts.get("error.bug", cause.toString()));
        };
    }

    private static int exit(Problem problem) {
        return switch (problem) {
            case USAGE -> USAGE;
            case NO_SUCH_ROOM -> 3;
            case WRONG_PASSWORD -> 4;
            case CANNOT_CONNECT -> 5;
            case PORT_IN_USE -> 6;
            case STORAGE -> 7;
            case REFUSED -> 8;
        };
    }

    private static Failure file(IOException e, Texts texts) {
        return new Failure(exit(Problem.STORAGE), "storage", texts.get("error.file", words(e, texts)));
    }

    private static String words(IOException e, Texts texts) {
        return switch (e) {
            case AccessDeniedException denied -> texts.get("file.denied", String.valueOf(denied.getFile()));
            case NoSuchFileException missing -> texts.get("file.missing", String.valueOf(missing.getFile()));
            case FileSystemException other when other.getReason() != null -> message(other);
            default -> message(e);
        };
    }

    private static String message(Exception e) {
        String message = e.getMessage();
        return VisibleText.line(message == null ? e.getClass().getSimpleName() : message);
    }
}
