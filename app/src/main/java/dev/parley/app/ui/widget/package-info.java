/// Small things that several screens are made of: avatars, icons, buttons with an icon, pills.
///
/// Each is a plain JavaFX node with style classes of its own; colours and sizes are in `theme/parley.css`. FX thread.
@NullMarked
package dev.parley.app.ui.widget;

import org.jspecify.annotations.NullMarked;
