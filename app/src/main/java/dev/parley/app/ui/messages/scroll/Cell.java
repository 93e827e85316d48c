package dev.parley.app.ui.messages.scroll;

import javafx.scene.layout.Region;

/// Shows one row at a time, many in its life.
///
/// @param <R> rows
public interface Cell<R> {

    /// The same one always.
    Region node();

    void show(R row);
}
