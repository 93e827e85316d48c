package dev.parley.app.ui.settings;

import dev.parley.app.Texts;
import dev.parley.app.ui.Navigator;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All settings on one page that scrolls. Esc leads back.
public final class SettingsView extends VBox {

    private final Button back;

    /// @param model closed by whoever made it
    /// @param goBack leads to where the person came from
    public SettingsView(SettingsModel model, Texts texts, Navigator navigator, Runnable goBack) {
        getStyleClass().addAll("page", "settings");
        back = Icons.button(Feather.ARROW_LEFT, texts.get("settings.back"), goBack);
        HBox header = Boxes.row(10, back, Boxes.label(texts.get("settings.title"), "title"));
        header.getStyleClass().add("settings-header");
        VBox cards = Boxes.column(20, new YouCard(model, texts), new LookCard(model, texts), new MessagesCard(model, texts),
                new ComputerCard(model, texts), new AboutCard(texts, navigator));
        cards.getStyleClass().add("settings-cards");
        StackPane centre = new StackPane(cards);
        centre.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(centre);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header, scroll);
        new FollowFocus(scroll, centre);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                goBack.run();
            }
        });
    }

    @Override
    public void requestFocus() {
        back.requestFocus();
    }
}
