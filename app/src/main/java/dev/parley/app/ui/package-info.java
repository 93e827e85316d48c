/// The window. One package per screen, with two files each: an `XModel` (JavaFX properties out, verbs in; no node, so it is
/// tested without a toolkit) and an `XView` (nodes and bindings, built in code).
///
/// Everything here runs on the FX thread unless it says otherwise. What comes from other threads passes
/// [dev.parley.app.ui.bridge.FxBridge]; what may block runs on virtual threads.
@NullMarked
package dev.parley.app.ui;

import org.jspecify.annotations.NullMarked;
