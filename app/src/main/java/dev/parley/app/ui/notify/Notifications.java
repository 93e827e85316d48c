package dev.parley.app.ui.notify;

import dev.parley.app.Texts;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.room.Arrival;
import dev.parley.app.ui.room.RoomModel;
import dev.parley.app.ui.room.RoomsModel;
import dev.parley.protocol.VisibleText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Decides what is worth a sound or a notification. FX thread.
public final class Notifications implements AutoCloseable {

    private static final long BETWEEN_SOUNDS = TimeUnit.SECONDS.toNanos(2);
    private static final long BETWEEN_NOTIFICATIONS = TimeUnit.SECONDS.toNanos(5);
    private static final int TITLE = 80;
    private static final int TEXT = 200;

    /// What a room has told since the last notification.
    private static final class Waiting {
        private long last;
        private int count;
    }

    private final RoomsModel rooms;
    private final Supplier<Settings> settings;
    private final Notifier notifier;
    private final Runnable sound;
    private final Executor background;
    private final LongSupplier nanos;
    private final Texts texts;
    private final Map<RoomModel, Waiting> told = new HashMap<>();
    private final ObservableValue<String> title;
    private final Runnable listening;
    private @Nullable Long lastSound;

    /// @param sound plays it; run in the background
    /// @param background one task after the other
    /// @param nanos a clock that only goes forward, in nanoseconds
    public Notifications(RoomsModel rooms, Supplier<Settings> settings, Notifier notifier, Runnable sound, Executor background,
            LongSupplier nanos, Texts texts) {
        this.rooms = rooms;
        this.settings = settings;
        this.notifier = notifier;
        this.sound = sound;
        this.background = background;
        this.nanos = nanos;
        this.texts = texts;
        this.title = Bindings.createStringBinding(this::title, rooms.unreadProperty(), rooms.shownProperty(), rooms.visibleProperty());
        this.listening = rooms.onArrival(this::arrived);
    }

    /// For the window: `(3) Parley`.
    public ObservableValue<String> titleProperty() {
        return title;
    }

    private String title() {
        String name = texts.get("room.wordmark");
        int unread = rooms.unreadProperty().get();
        return unread > 0 ? texts.get("room.title-unread", unread, name) : name;
    }

    private void arrived(Arrival arrival) {
        if (arrival.room().mutedProperty().get() || rooms.isOnScreen(arrival.room())) {
            return;
        }
        long now = nanos.getAsLong();
        Settings wanted = settings.get();
        if (wanted.sounds() && (lastSound == null || now - lastSound >= BETWEEN_SOUNDS)) {
            lastSound = now;
            background.execute(sound);
        }
        if (wanted.notifications()) {
            told.keySet().retainAll(rooms.rooms());
            announce(arrival, now);
        }
    }

    /// One at a time per room; what comes in between is counted, and told with the next.
    private void announce(Arrival arrival, long now) {
        Waiting before = told.get(arrival.room());
        if (before != null && now - before.last < BETWEEN_NOTIFICATIONS) {
            before.count++;
            return;
        }
        Waiting waiting = before == null ? new Waiting() : before;
        told.put(arrival.room(), waiting);
        tell(arrival.room(), Optional.of(arrival), waiting.count + 1);
        waiting.last = now;
        waiting.count = 0;
    }

    /// A second has passed: what was held back is summed up.
    public void tick() {
        long now = nanos.getAsLong();
        told.forEach((room, waiting) -> {
            if (waiting.count > 0 && now - waiting.last >= BETWEEN_NOTIFICATIONS) {
                if (!rooms.isOnScreen(room) && !room.mutedProperty().get() && settings.get().notifications()) {
                    tell(room, Optional.empty(), waiting.count);
                }
                waiting.last = now;
                waiting.count = 0;
            }
        });
    }

    private void tell(RoomModel room, Optional<Arrival> one, int count) {
        String name = room.nameProperty().get();
        if (one.isEmpty() || count > 1) {
            show(name, texts.get("room.notify-many", count));
            return;
        }
        String from = VisibleText.line(one.get().from().value());
        String words = VisibleText.line(one.get().text().strip().replaceAll("\\s+", " "));
        show(one.get().whisper() ? texts.get("room.notify-whisper", from) : texts.get("room.notify-title", from, name), words);
    }

    private void show(String head, String words) {
        String shortHead = cut(head, TITLE);
        String shortWords = cut(words, TEXT);
        background.execute(() -> notifier.show(shortHead, shortWords));
    }

    private static String cut(String words, int most) {
        return words.codePointCount(0, words.length()) <= most ? words
                : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
    }

    /// Hears of no further message.
    @Override
    public void close() {
        listening.run();
    }
}
