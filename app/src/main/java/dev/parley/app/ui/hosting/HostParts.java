package dev.parley.app.ui.hosting;

import dev.parley.app.DataFolder;
import dev.parley.app.Texts;
import dev.parley.app.link.Entrance;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.memory.SettingsStore;
import dev.parley.app.session.Hosting;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What hosting from the window is made of.
///
/// @param folder where log and identity are
/// @param settings the name of the person who hosts
/// @param account name of the person on this machine, for when the settings have none
/// @param memory notes which rooms are our own
/// @param entrance leads the person into the rooms
/// @param stopping told before a host stops, so that nobody waits for it to come back; any thread
/// @param texts words of the window
/// @param random for keys
/// @param clock for the log and for messages per minute
/// @param bind address to listen on; empty for all
/// @param announce whether others on the network may see the rooms
/// @param version of the program
/// @param fx runs tasks on the FX thread, in order
public record HostParts(DataFolder folder, SettingsStore settings, String account, RoomMemory memory, Entrance entrance,
        Consumer<Hosting> stopping, Texts texts, SecureRandom random, Clock clock, Optional<String> bind, boolean announce,
        String version, Executor fx) {}
