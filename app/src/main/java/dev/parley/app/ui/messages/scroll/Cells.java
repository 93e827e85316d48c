package dev.parley.app.ui.messages.scroll;

/// What a column has to know about its rows.
///
/// @param <R> rows
public interface Cells<R> {

    /// What stays the same about a row when it changes; every row has its own.
    Object key(R row);

    /// Rows of one kind are shown by the same cells.
    Object kind(R row);

    /// Whether the row stays beside its neighbours when others are added; a line that says what lies beyond does not.
    boolean isSteady(R row);

    Cell<R> make(Object kind);
}
