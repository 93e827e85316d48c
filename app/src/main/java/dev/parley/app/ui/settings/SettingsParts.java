package dev.parley.app.ui.settings;

import dev.parley.app.DataFolder;
import dev.parley.app.Texts;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.memory.SettingsStore;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What the settings are made of.
///
/// @param settings what is changed
/// @param memory rooms that can be forgotten
/// @param inUse tells of a room whether we are in it: such a room is not forgotten
/// @param folder where everything is kept
/// @param texts words of the window
/// @param clipboard takes what is copied
/// @param play lets the sound of a message be heard; returns at once
/// @param show shows a folder in the file manager of the system; may block
/// @param work runs what may block
/// @param fx runs tasks on the FX thread, in order
public record SettingsParts(SettingsStore settings, RoomMemory memory, Predicate<RoomKey> inUse, DataFolder folder,
        Texts texts, Consumer<String> clipboard, Runnable play, Consumer<Path> show, Executor work, Executor fx) {}
