package dev.parley.app.ui.hosting;

import java.util.function.Function;
import javafx.scene.Parent;

/// Where the panels of hosting appear. The window decides how it looks; at most one of each is shown at a time. FX thread.
public interface Layers {

    /// Which place.
    enum Place {
        /// At the side of a room, or over it where the window is narrow.
        SIDE,
        /// In the middle, over everything, which is dimmed.
        DIALOG,
        /// The whole window.
        WHOLE
    }

    /// Shows something, and gives it the focus.
    ///
    /// @param content gets what closes it again; Esc is handled by the content
    void show(Place place, Function<Runnable, Parent> content);
}
