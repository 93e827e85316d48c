package dev.parley.app.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import dev.parley.app.ui.widget.Boxes;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Parts that all sections of the settings have in common.
final class Cards {

    private Cards() {}

    static VBox card(String title, Node... rows) {
        VBox card = new VBox(18);
        card.getStyleClass().addAll("card", "settings-card");
        card.getChildren().add(Boxes.label(title, "headline"));
        card.getChildren().addAll(rows);
        return card;
    }

    /// A name, a remark below it, and what it is about.
    static VBox field(String name, String remark, Node control) {
        VBox field = Boxes.column(6, name(name, control));
        if (!remark.isEmpty()) {
            field.getChildren().add(Boxes.words(remark, "muted", "small"));
        }
        field.getChildren().add(control);
        return field;
    }

    private static Label name(String name, Node control) {
        Label label = Boxes.words(name, "field-name");
        label.setLabelFor(control);
        return label;
    }

    /// Words at the left, something small at the right.
    static HBox line(String name, String remark, Node... controls) {
        VBox words = Boxes.column(2, Boxes.words(name, "field-name"), Boxes.words(remark, "muted", "small"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = Boxes.row(12, words);
        line.getChildren().addAll(controls);
        return line;
    }

    static ToggleSwitch toggle(String spoken, ObservableValue<Boolean> on, Consumer<Boolean> change) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setAccessibleText(spoken);
        toggle.setSelected(on.getValue());
        on.subscribe(toggle::setSelected);
        toggle.selectedProperty().subscribe(now -> {
            if (!now.equals(on.getValue())) {
                change.accept(now);
            }
        });
        return toggle;
    }

    static Button button(String words, Runnable action, String... styleClasses) {
        Button button = new Button(words);
        button.getStyleClass().addAll(styleClasses);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Words that take no place while there are none.
    static Label said(ObservableValue<String> words, String... styleClasses) {
        Label label = Boxes.words("", styleClasses);
        label.textProperty().bind(words);
        label.visibleProperty().bind(words.map(w -> !w.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
