package dev.parley.app.ui.hosting;

import dev.parley.app.Texts;
import dev.parley.app.session.SessionException;
import dev.parley.crypto.IdentityException;
import dev.parley.log.LogException;
import dev.parley.log.NewerLogException;
import dev.parley.log.RoomExistsException;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.VisibleText;
import dev.parley.server.PortInUseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says what went wrong, in words that a person at a window can do something with.
///
/// @param texts words of the window
/// @param folder the data folder
record HostProblems(Texts texts, Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(HostProblems.class);
    private static final long MEGABYTE = 1_000_000;

    String words(Throwable problem) {
        return switch (problem) {
            case SessionException e -> session(e);
            case PortInUseException e -> texts.get("hosting.port-taken", e.port(), e.free());
            case RoomExistsException _ -> texts.get("hosting.name-taken");
            case NewerLogException _ -> texts.get("hosting.log-newer", folder);
            case LogException e -> texts.get("hosting.log-failed", folder, line(e));
            case IdentityException e -> texts.get("hosting.identity-failed", folder, line(e));
            case ProtocolException e -> texts.get("error.invalid", e.text());
            case UncheckedIOException e when e.getCause() instanceof AccessDeniedException ->
                texts.get("hosting.folder-denied", folder);
            case UncheckedIOException e -> texts.get("hosting.folder-failed", folder, line(Objects.requireNonNullElse(e.getCause(), e)));
            default -> {
                LOG.error("hosting failed", problem);
                yield texts.get("error.bug", line(problem));
            }
        };
    }

    private String session(SessionException e) {
        return switch (e.code()) {
            case "hosting-already" -> texts.get("hosting.folder-hosting", e.args().getLast());
            case "log-busy" -> texts.get("hosting.folder-busy");
            case "no-such-room" -> texts.get("hosting.not-in-log", e.args().getFirst());
            default -> texts.get("error." + e.code(), e.args().toArray());
        };
    }

    /// Why messages cannot be stored, with what is left on the disk. Asks the disk, so not for the FX thread.
    String storage(String reason) {
        Optional<Long> free = freeBytes();
        return free.isPresent() && free.get() < 200 * MEGABYTE
                ? texts.get("hosting.storage-full", free.get() / MEGABYTE, folder)
                : texts.get("hosting.storage-failed", VisibleText.line(reason), folder);
    }

    private Optional<Long> freeBytes() {
        try {
            return Optional.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String line(Throwable problem) {
        String reason = problem instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : problem.getMessage();
        return VisibleText.line(reason == null ? problem.getClass().getSimpleName() : reason);
    }
}
