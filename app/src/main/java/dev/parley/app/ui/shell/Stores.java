package dev.parley.app.ui.shell;

import dev.parley.app.DataFolder;
import dev.parley.app.DeviceKey;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.memory.SettingsStore;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.KnownHosts;
import java.io.IOException;

/// What the window keeps in the data folder. Read before the window opens; any thread.
///
/// @param device secret of the data folder, 32 bytes
@SuppressWarnings("ArrayRecordComponent") // shared inside this package only
record Stores(DataFolder folder, SettingsStore settings, RoomMemory memory, KnownHosts known, byte[] device)
        implements AutoCloseable {

    static Stores open(World world, DataFolder folder) throws IOException {
        return new Stores(folder, SettingsStore.open(folder.settings()), RoomMemory.open(folder.rooms(), world.clock()),
                FileKnownHosts.open(folder.knownHosts()), DeviceKey.loadOrCreate(folder.deviceKey(), world.random()));
    }

    /// Writes what is not written yet.
    @Override
    public void close() {
        settings.close();
        memory.close();
    }

    /// Says nothing of the secret.
    @Override
    public String toString() {
        return "Stores[" + folder.path() + "]";
    }
}
