/// Draws the attention of a person who does not look: a soft sound, a notification of the system, a number in the title
/// of the window. Never for what is on the screen, never for a muted room, and never often.
///
/// Entry type: [Notifications], on the FX thread. Sounds and notifications are made on a background executor; what the
/// system lacks is silently left out.
///
/// ```java
/// try (Notifications notifications = new Notifications(rooms, settings::get, Notifier.system(env, os, background), sound, nanos, texts)) {
///     stage.titleProperty().bind(notifications.titleProperty());
/// }
/// ```
@NullMarked
package dev.parley.app.ui.notify;

import org.jspecify.annotations.NullMarked;
