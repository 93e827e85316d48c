/// The window around the screens: which page is shown, what lies over it, where the window was, and how the program starts
/// and ends.
///
/// Entry type [ParleyWindow]. FX thread unless said otherwise.
@NullMarked
package dev.parley.app.ui.shell;

import org.jspecify.annotations.NullMarked;
