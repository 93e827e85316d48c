package dev.parley.app.ui.start;

import dev.parley.app.ui.widget.Boxes;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Something to fill in: its name above, and what is wrong with it below.
public final class Field extends VBox {

    private final Label name;
    private final Label problem = Boxes.words("", "problem");

    /// @param input the control itself, or a box that holds it
    /// @param spoken the control that gets the name for screen readers
    public Field(String name, Node input, Control spoken) {
        this.name = Boxes.label(name, "field-name");
        this.name.setLabelFor(spoken);
        this.name.setMinWidth(Region.USE_PREF_SIZE);
        spoken.setAccessibleText(name);
        getStyleClass().add("field");
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        getChildren().setAll(new HBox(5, this.name), input, problem);
    }

    public Field(String name, Control input) {
        this(name, input, input);
    }

    /// Words beside the name.
    public Field aside(String words) {
        ((HBox) getChildren().getFirst()).getChildren().add(Boxes.label(words, "small", "faint"));
        return this;
    }

    /// Shows the problem as long as there is one; marks the control `wrong`.
    public Field problem(ObservableValue<String> words, Control input) {
        problem.textProperty().bind(words); // holds on to it: a binding that nobody holds falls silent
        problem.textProperty().subscribe(now -> {
            problem.setVisible(!now.isEmpty());
            input.getStyleClass().removeAll("wrong");
            if (!now.isEmpty()) {
                input.getStyleClass().add("wrong");
            }
            input.setAccessibleHelp(now);
        });
        return this;
    }
}
