package dev.parley.app.memory;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.parley.app.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One value in a JSON file. Changes are gathered for a moment and written on a thread of its own. Safe for any thread.
///
/// @param <T> a record that Gson can read; every component may be missing in the file
final class JsonFile<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final long GATHER_MILLIS = 300;
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    private final Path path;
    private final Class<T> type;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("parley-memory").factory());
    private final AtomicReference<@Nullable Supplier<T>> pending = new AtomicReference<>();

    JsonFile(Path path, Class<T> type) {
        this.path = path;
        this.type = type;
    }

    /// Empty if there is no file. One that cannot be understood is kept aside, so that nothing is lost by writing.
    Optional<T> read() {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new JsonParseException("too large");
            }
            return Optional.ofNullable(JSON.fromJson(Files.readString(path), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JsonParseException | NumberFormatException e) { // Gson throws the last for a number that is none
            LOG.warn("{} cannot be read and is kept as {}.damaged", path, path.getFileName(), e);
            keepAside();
            return Optional.empty();
        }
    }

    private void keepAside() {
        try {
            Files.move(path, path.resolveSibling(path.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be moved", path, e);
        }
    }

    /// The value is asked for when it is written.
    void writeSoon(Supplier<T> value) {
        if (pending.getAndSet(value) == null && !writer.isShutdown()) {
            writer.schedule(this::write, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        Supplier<T> value = pending.getAndSet(null);
        if (value == null) {
            return;
        }
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                OwnerFiles.createFolder(folder);
            }
            OwnerFiles.replace(path, JSON.toJson(value.get(), type).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("{} cannot be written", path, e);
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
        write();
    }
}
