package dev.parley.app.ui.messages.emoji;

/// One emoji.
///
/// @param sequence its characters, fully qualified
/// @param sheet number of the sheet its picture is on
/// @param column of its tile, from 0
/// @param row of its tile, from 0
/// @param category as in the picker; `-` for a variant with a skin tone
/// @param name its short name, as in `:thumbsup:`
/// @param words what it is found by, in lower case
public record Emoji(String sequence, int sheet, int column, int row, String category, String name, String words) {

    /// Category of a variant with a skin tone.
    static final String VARIANT = "-";

    /// Whether it is in the picker and has its short name for itself.
    public boolean isBasic() {
        return !category.equals(VARIANT);
    }

    /// Its name as people say it.
    public String spoken() {
        return name.replace('_', ' ');
    }
}
