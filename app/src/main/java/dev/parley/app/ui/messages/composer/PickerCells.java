package dev.parley.app.ui.messages.composer;

import dev.parley.app.ui.messages.emoji.Emoji;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import dev.parley.app.ui.messages.emoji.EmojiIcon;
import dev.parley.app.ui.messages.scroll.Cell;
import dev.parley.app.ui.messages.scroll.Cells;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Shows headings and lines of emoji.
final class PickerCells implements Cells<PickerRow> {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final EmojiArt art;
    private final Consumer<Emoji> onPick;
    private final List<LineOfEmoji> lines = new ArrayList<>();
    private int marked;

    PickerCells(EmojiArt art, Consumer<Emoji> onPick) {
        this.art = art;
        this.onPick = onPick;
    }

    /// Marks the emoji with that index, wherever it is shown.
    void mark(int index) {
        marked = index;
        lines.forEach(LineOfEmoji::mark);
    }

    @Override
    public Object key(PickerRow row) {
        return switch (row) {
            case PickerRow.Heading heading -> heading.category();
            case PickerRow.Line line -> line.first();
        };
    }

    @Override
    public Object kind(PickerRow row) {
        return row.getClass();
    }

    @Override
    public boolean isSteady(PickerRow row) {
        return true;
    }

    @Override
    public Cell<PickerRow> make(Object kind) {
        if (kind == PickerRow.Heading.class) {
            return new HeadingCell();
        }
        LineOfEmoji line = new LineOfEmoji();
        lines.add(line);
        return line;
    }

    private static final class HeadingCell implements Cell<PickerRow> {

        private final Label words = Boxes.label("", "section");
        private final HBox root = Boxes.row(0, words);

        HeadingCell() {
            root.getStyleClass().add("emoji-heading");
        }

        @Override
        public Region node() {
            return root;
        }

        @Override
        public void show(PickerRow row) {
            if (row instanceof PickerRow.Heading heading) {
                words.setText(heading.words());
            }
        }
    }

    private final class LineOfEmoji implements Cell<PickerRow> {

        private final HBox root = Boxes.row(0);
        private int first;

        LineOfEmoji() {
            root.getStyleClass().add("emoji-line");
        }

        @Override
        public Region node() {
            return root;
        }

        @Override
        public void show(PickerRow row) {
            if (row instanceof PickerRow.Line line) {
                first = line.first();
                root.getChildren().setAll(line.emoji().stream().map(this::place).toList());
                mark();
            }
        }

        private StackPane place(Emoji emoji) {
            StackPane place = new StackPane(new EmojiIcon(art, emoji));
            place.getStyleClass().add("emoji-place");
            place.setAccessibleRole(AccessibleRole.BUTTON);
            place.setAccessibleText(emoji.spoken());
            Hint.on(place, ":" + emoji.name() + ":");
            place.setOnMouseClicked(_ -> onPick.accept(emoji));
            return place;
        }

        private void mark() {
            for (int i = 0; i < root.getChildren().size(); i++) {
                root.getChildren().get(i).pseudoClassStateChanged(SELECTED, first + i == marked);
            }
        }
    }
}
