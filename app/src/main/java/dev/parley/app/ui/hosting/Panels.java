package dev.parley.app.ui.hosting;

import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Parts that the panels of hosting have in common.
final class Panels {

    private Panels() {}

    /// A title, and the way out.
    static HBox header(Label title, String closeSpoken, Runnable close) {
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        return Boxes.row(12, title, Icons.button(Feather.X, closeSpoken, close));
    }

    /// Scrolls up and down when it is higher than its place.
    static ScrollPane scroll(Region content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    /// An icon, and words beside it on as many lines as they need.
    static HBox remark(Ikon icon, Label words, String... styleClasses) {
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = Boxes.row(10, Icons.of(icon), words);
        row.getStyleClass().addAll(styleClasses);
        return row;
    }

    static Button button(String words, Runnable action, String... styleClasses) {
        Button button = new Button(words);
        button.getStyleClass().addAll(styleClasses);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Takes no place while it is hidden.
    static <N extends Node> N collapsing(N node) {
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    static Region divider() {
        Region line = new Region();
        line.getStyleClass().add("divider");
        return line;
    }
}
