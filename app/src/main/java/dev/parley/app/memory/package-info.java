/// What the program remembers between two starts: settings of the person, and the rooms that were visited. Two JSON
/// files in the data folder, written in the background a moment after a change, whole or not at all.
///
/// Entry types: [SettingsStore], [RoomMemory]; both safe for any thread.
///
/// ```java
/// try (SettingsStore settings = SettingsStore.open(folder.settings())) {
///     settings.change(s -> s.withName("Ana"));
/// }
/// ```
@NullMarked
package dev.parley.app.memory;

import org.jspecify.annotations.NullMarked;
