package dev.parley.app.ui.messages;

import dev.parley.app.ui.messages.scroll.Cell;
import dev.parley.app.ui.widget.Boxes;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line across the conversation with words in it: a day, or where the unread begins.
final class LineCell implements Cell<Row> {

    private final Surface surface;
    private final Label words = Boxes.label("", "line-words");
    private final HBox root = Boxes.row(12, stroke(), words, stroke());

    LineCell(Surface surface) {
        this.surface = surface;
        words.setMinWidth(Region.USE_PREF_SIZE);
        root.getStyleClass().add("line-row");
        root.setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    private static Region stroke() {
        Region stroke = new Region();
        stroke.getStyleClass().add("line-stroke");
        HBox.setHgrow(stroke, Priority.ALWAYS);
        return stroke;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Row row) {
        boolean unread = row instanceof Row.Unread;
        words.setText(row instanceof Row.Day day ? day.words() : surface.texts().get("messages.new"));
        root.getStyleClass().remove("unread");
        if (unread) {
            root.getStyleClass().add("unread");
        }
        root.setAccessibleText(words.getText());
    }
}
