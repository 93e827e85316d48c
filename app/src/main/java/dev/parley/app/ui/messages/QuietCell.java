package dev.parley.app.ui.messages;

import dev.parley.app.ui.messages.scroll.Cell;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import dev.parley.protocol.VisibleText;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;

/// Who came and who went.
final class QuietCell implements Cell<Row> {

    private final Label words = Boxes.words("", "small", "faint");
    private final StackPane root = new StackPane(words);

    QuietCell() {
        words.setTextAlignment(TextAlignment.CENTER);
        words.setAlignment(Pos.CENTER);
        root.getStyleClass().add("quiet-row");
        root.setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Row row) {
        if (row instanceof Row.Happened happened) {
            words.setText(VisibleText.line(happened.words()));
            Hint.on(words, happened.time());
            root.setAccessibleText(words.getText());
        }
    }
}
