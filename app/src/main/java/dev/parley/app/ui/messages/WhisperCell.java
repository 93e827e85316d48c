package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import dev.parley.app.ui.messages.scroll.Cell;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.protocol.VisibleText;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Words between two people, set off from what everyone sees.
final class WhisperCell implements Cell<Row> {

    private final Texts texts;
    private final Label who = Boxes.words("", "small", "accent");
    private final Label words = Boxes.words("");
    private final HBox root;

    WhisperCell(Texts texts) {
        this.texts = texts;
        FontIcon eye = Icons.of(Feather.EYE_OFF);
        eye.getStyleClass().addAll("small", "accent");
        HBox head = Boxes.row(7, eye, who);
        VBox card = new VBox(2, head, words);
        card.getStyleClass().add("whisper");
        Region column = new Region(); // as wide as the faces above
        column.getStyleClass().add("whisper-column");
        HBox.setHgrow(card, Priority.ALWAYS);
        root = new HBox(column, card);
        root.getStyleClass().add("whisper-row");
        root.setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Row row) {
        if (row instanceof Row.Whisper whisper) {
            String other = VisibleText.line((whisper.own() ? whisper.to() : whisper.from()).value());
            who.setText(texts.get(whisper.own() ? "messages.whisper-to" : "messages.whisper-from", other, whisper.time()));
            words.setText(VisibleText.block(whisper.text()));
            words.setNodeOrientation(MessageBody.isRightToLeft(whisper.text())
                    ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
            root.setAccessibleText(texts.get("messages.spoken", who.getText(), whisper.time(), words.getText()));
        }
    }
}
