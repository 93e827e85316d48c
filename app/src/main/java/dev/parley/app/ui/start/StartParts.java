package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.memory.SettingsStore;
import dev.parley.app.session.Lookout;
import dev.parley.app.session.RoomFinder;
import dev.parley.app.ui.Navigator;
import dev.parley.app.ui.bridge.Later;
import dev.parley.client.KnownHosts;
import dev.parley.protocol.UserName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import javafx.collections.ObservableSet;

/// What the start screen is made of.
///
/// @param inside the rooms that we are in, kept up to date by their owner on the FX thread
/// @param account name made from the account of the operating system
/// @param dataFolder shown, not used
/// @param background for what may block
/// @param window back to the FX thread
public record StartParts(SettingsStore settings, RoomMemory memory, KnownHosts known, Lookout lookout, Host host,
        Navigator navigator, ObservableSet<RoomKey> inside, Texts texts, UserName account, Path dataFolder, Clock clock,
        ZoneId zone, Executor background, Executor window, Later later) {

    RoomFinder finder() {
        return new RoomFinder(lookout, known);
    }
}
