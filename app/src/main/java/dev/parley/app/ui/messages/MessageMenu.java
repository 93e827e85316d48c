package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import dev.parley.app.ui.messages.format.LinkTarget;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/// The menu of a message.
final class MessageMenu {

    private final Texts texts;
    private final Actions actions;
    private final ContextMenu menu = new ContextMenu();

    MessageMenu(Texts texts, Actions actions) {
        this.texts = texts;
        this.actions = actions;
    }

    /// @param selected what is selected, if anything is
    /// @param choose chooses the message or not
    void show(Post post, Optional<LinkTarget> link, Optional<String> selected, Runnable choose, Node owner,
            ContextMenuEvent event) {
        menu.getItems().clear();
        selected.filter(s -> !s.equals(post.text()))
                .ifPresent(s -> add(texts.get("messages.copy"), () -> MessagesView.toClipboard(s)));
        add(texts.get("messages.copy-text"), () -> MessagesView.toClipboard(post.text()));
        link.ifPresent(l -> add(texts.get("messages.copy-link"), () -> MessagesView.toClipboard(l.address())));
        add(texts.get("messages.select"), choose);
        List<MenuItem> more = actions.more(post);
        if (!more.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(more);
        }
        if (event.isKeyboardTrigger()) {
            menu.show(owner, Side.BOTTOM, 40, 0);
        } else {
            menu.show(owner, event.getScreenX(), event.getScreenY());
        }
    }

    private void add(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        menu.getItems().add(item);
    }

    void hide() {
        menu.hide();
    }

    /// The link under the pointer.
    static Optional<LinkTarget> linkAt(ContextMenuEvent event) {
        return event.getTarget() instanceof Node node && node.getUserData() instanceof LinkTarget link
                ? Optional.of(link) : Optional.empty();
    }
}
