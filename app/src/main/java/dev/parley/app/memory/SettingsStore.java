package dev.parley.app.memory;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The settings, in memory and in `settings.json`. Safe for any thread.
public final class SettingsStore implements AutoCloseable {

    /// As in the file: anything may be missing.
    private record Stored(@Nullable String name, @Nullable Integer colour, @Nullable String picture, @Nullable String look,
            @Nullable String accent, @Nullable Integer textSize, @Nullable Boolean sounds, @Nullable Boolean notifications,
            @Nullable Boolean tcpOnly, Settings.@Nullable WindowPlace window) {

        static Stored of(Settings s) {
            return new Stored(s.name().orElse(null), s.colour(), s.picture().orElse(null), s.look().name(), s.accent(),
                    s.textSize(), s.sounds(), s.notifications(), s.tcpOnly(), s.window().orElse(null));
        }

        Settings settings() {
            Settings usual = Settings.standard();
            return new Settings(Optional.ofNullable(name).filter(n -> !n.isBlank()), colour == null ? -1 : colour,
                    Optional.ofNullable(picture), knownLook(), accent == null ? usual.accent() : accent,
                    textSize == null ? usual.textSize() : textSize, sounds == null || sounds,
                    notifications == null || notifications, tcpOnly != null && tcpOnly, Optional.ofNullable(window));
        }

        private Settings.Look knownLook() {
            for (Settings.Look known : Settings.Look.values()) {
                if (known.name().equals(look)) {
                    return known;
                }
            }
            return Settings.Look.SYSTEM;
        }
    }

    private final JsonFile<Stored> file;
    private final AtomicReference<Settings> current;
    private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();

    private SettingsStore(JsonFile<Stored> file, Settings settings) {
        this.file = file;
        this.current = new AtomicReference<>(settings);
    }

    /// A file that is missing or cannot be understood gives the standard settings.
    public static SettingsStore open(Path path) {
        JsonFile<Stored> file = new JsonFile<>(path, Stored.class);
        return new SettingsStore(file, file.read().map(Stored::settings).orElseGet(Settings::standard));
    }

    public Settings get() {
        return current.get();
    }

    /// Changes something, tells the listeners on this thread, and saves in the background.
    public void change(UnaryOperator<Settings> change) {
        Settings before = current.getAndUpdate(change);
        Settings now = current.get();
        if (!before.equals(now)) {
            file.writeSoon(() -> Stored.of(current.get()));
            listeners.forEach(l -> l.accept(now));
        }
    }

    /// Told after every change, on the thread that changes. Close the handle to hear no more.
    public Runnable onChange(Consumer<Settings> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Writes what is not written yet.
    @Override
    public void close() {
        file.close();
    }
}
