/// The one way to the FX thread.
///
/// Entry type: [FxBridge]. Other classes never call `Platform.runLater`.
@NullMarked
package dev.parley.app.ui.bridge;

import org.jspecify.annotations.NullMarked;
