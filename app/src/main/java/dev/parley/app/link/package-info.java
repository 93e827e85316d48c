/// The rooms that this program is in, for a window: one connection per host carries any number of rooms of that host.
/// No JavaFX here; everything is told through an executor that the window gives.
///
/// Entry type: [Links]. Its methods may be called from any thread and return at once.
@NullMarked
package dev.parley.app.link;

import org.jspecify.annotations.NullMarked;
