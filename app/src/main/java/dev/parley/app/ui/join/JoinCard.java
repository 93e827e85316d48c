package dev.parley.app.ui.join;

import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What the pages of the way into a room are built of.
class JoinCard extends VBox {

    JoinCard() {
        getStyleClass().addAll("card", "raised", "join-card");
    }

    /// A sign, what it is about, and a line below.
    static HBox head(Node sign, String title, String words) {
        Label name = Boxes.words(title, "title");
        VBox texts = Boxes.column(4, name, Boxes.words(words, "muted"));
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox row = Boxes.row(16, sign, texts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// An icon on a disc.
    ///
    /// @param tone `calm`, `note`, or empty for a full stop
    static StackPane sign(Ikon ikon, String tone) {
        var icon = Icons.of(ikon);
        icon.getStyleClass().addAll("large", tone.isEmpty() ? "danger" : tone.equals("calm") ? "accent" : "warning");
        StackPane disc = new StackPane(icon);
        disc.getStyleClass().add("join-stop");
        if (!tone.isEmpty()) {
            disc.getStyleClass().add(tone);
        }
        return disc;
    }

    /// Buttons at the right, on more lines where they must.
    static FlowPane buttons(Button... buttons) {
        FlowPane row = new FlowPane(10, 10, buttons);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    static Button button(String words, Runnable action, String... classes) {
        Button button = new Button(words);
        button.getStyleClass().addAll(classes);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The one that Esc stands for.
    static Button cancel(String words, Runnable action) {
        Button button = button(words, action);
        button.setCancelButton(true);
        return button;
    }

    /// The one that Enter stands for.
    static Button usual(Button button) {
        button.getStyleClass().add("primary");
        button.setDefaultButton(true);
        return button;
    }

    /// A line of a list.
    static HBox point(Ikon ikon, String words) {
        Label label = Boxes.words(words);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(10, Icons.of(ikon), label);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    /// Where the cursor goes when the page is shown.
    void begin() {
        requestFocus();
    }
}
