package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import javafx.scene.layout.StackPane;

/// The conversation on the screen.
public final class MessagesView extends StackPane {

    public MessagesView(MessagesModel model, Actions actions, EmojiArt emoji, Texts texts) {
        getStyleClass().add("messages");
    }

    /// Follows the model no more.
    public void close() {}
}
