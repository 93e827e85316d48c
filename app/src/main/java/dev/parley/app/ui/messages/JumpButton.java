package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Leads back to the newest message, and says how many are unread there.
final class JumpButton extends StackPane {

    private static final int MOST = 99;

    private final Subscription following;

    JumpButton(Texts texts, ReadOnlyIntegerProperty unread, Runnable action) {
        Button button = Icons.button(Feather.CHEVRON_DOWN, texts.get("messages.newest"), action);
        button.getStyleClass().add("jump");
        Label count = Boxes.label("", "badge");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.setMouseTransparent(true);
        following = unread.subscribe(now -> {
            count.setVisible(now.intValue() > 0);
            count.setText(now.intValue() > MOST ? texts.get("messages.many", MOST) : String.valueOf(now));
            Icons.name(button, now.intValue() > 0 ? texts.get("messages.newest-unread", now.intValue())
                    : texts.get("messages.newest"));
        });
        setAlignment(count, Pos.TOP_CENTER);
        getStyleClass().add("jump-place");
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(button, count);
        setVisible(false);
    }

    /// Follows the count no more.
    void close() {
        following.unsubscribe();
    }

    void show(boolean now) {
        setVisible(now);
    }
}
