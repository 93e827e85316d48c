package dev.parley.app.ui.messages.scroll;

/// Where a row is in the viewport.
///
/// @param steady whether others may be placed by it
record Placed(Object key, boolean steady, double top, double bottom) {}
