package dev.parley.app.ui.settings;

import dev.parley.app.DataFolder;
import dev.parley.app.Texts;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.memory.SettingsStore;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// Settings in a folder of a test; everything runs at once, on the thread of the test.
final class SettingsRig implements AutoCloseable {

    static final Texts TEXTS = Texts.ofWindow(Locale.ENGLISH);
    static final Fingerprint HOST = Fingerprint.parse("Qm9uam91ci1kZS1sYS1jbGFzc2UtZGUtcGh5c2lxdWU").orElseThrow();

    final SettingsStore store;
    final RoomMemory memory;
    final DataFolder folder;
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<RoomKey> inUse = new CopyOnWriteArrayList<>();
    final SettingsModel model;

    SettingsRig(Path path) {
        folder = new DataFolder(path.resolve("data"));
        store = SettingsStore.open(path.resolve("settings.json"));
        store.change(s -> s.withName("Ana"));
        memory = RoomMemory.open(path.resolve("rooms.json"), Clock.systemUTC());
        for (String name : List.of("Crew", "Physics 2B")) {
            memory.change(key(name), r -> r);
        }
        model = new SettingsModel(new SettingsParts(store, memory, inUse::contains, folder, TEXTS, calls::add,
                () -> calls.add("play"), shown -> calls.add("show " + shown), Runnable::run, Runnable::run));
    }

    static RoomKey key(String name) {
        return new RoomKey(HOST, new RoomName(name));
    }

    @Override
    public void close() {
        model.close();
        memory.close();
        store.close();
    }
}
