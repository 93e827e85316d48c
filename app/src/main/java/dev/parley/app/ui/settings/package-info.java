/// What a person can choose: who they are, how the window looks, what may be heard and shown, how it connects, what is
/// remembered; and what the program is made of. Every change counts at once and is saved by the settings store.
///
/// Entry types: [SettingsModel], [SettingsView]. FX thread; files are read and written on virtual threads.
///
/// ```java
/// SettingsModel model = new SettingsModel(parts);
/// scene.setRoot(new SettingsView(model, texts, navigator));
/// ```
@NullMarked
package dev.parley.app.ui.settings;

import org.jspecify.annotations.NullMarked;
