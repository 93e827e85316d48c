package dev.parley.app.ui.messages.composer;

import dev.parley.app.ui.messages.emoji.Emoji;
import java.util.List;

/// A row of the picker.
sealed interface PickerRow {

    record Heading(String category, String words) implements PickerRow {}

    /// @param category whose line it is, because a recent emoji is in two
    /// @param first index of the first of them among all that are shown
    record Line(String category, int first, List<Emoji> emoji) implements PickerRow {}
}
