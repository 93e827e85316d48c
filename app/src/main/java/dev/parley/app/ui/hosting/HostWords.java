package dev.parley.app.ui.hosting;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// The words that prove a host, to be compared by eye or read aloud.
final class HostWords extends FlowPane {

    HostWords(List<String> words) {
        super(6, 6);
        getStyleClass().add("host-words");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(String.join(" ", words));
        setPrefWrapLength(100); // as wide as its place
        for (String word : words) {
            Label label = new Label(word);
            label.getStyleClass().addAll("host-word", "mono");
            getChildren().add(label);
        }
    }
}
