package dev.parley.app.ui.messages.composer;

import dev.parley.app.Texts;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;

/// Where a person writes.
public final class ComposerView extends StackPane {

    private final TextArea area = new TextArea();

    public ComposerView(ComposerModel model, EmojiArt emoji, Texts texts) {
        getStyleClass().add("composer");
        area.textProperty().bindBidirectional(model.textProperty());
        area.setPromptText(texts.get("messages.write-to", model.roomProperty().get()));
        getChildren().add(area);
    }

    /// Puts the caret where it was.
    public void write() {
        area.requestFocus();
    }
}
