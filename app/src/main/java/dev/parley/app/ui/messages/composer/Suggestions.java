package dev.parley.app.ui.messages.composer;

import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.protocol.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Names to complete a mention with. The text keeps the focus; one of the names is marked.
final class Suggestions extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Consumer<String> onChosen;
    private List<String> names = List.of();
    private int marked;

    Suggestions(Consumer<String> onChosen) {
        this.onChosen = onChosen;
        getStyleClass().addAll("composer-popup", "suggestions");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setVisible(false);
    }

    void show(List<String> now) {
        if (!now.equals(names)) {
            names = List.copyOf(now);
            marked = 0;
            getChildren().setAll(names.stream().map(this::row).toList());
        }
        setVisible(!names.isEmpty());
        mark();
    }

    private HBox row(String name) {
        String shown = VisibleText.line(name);
        HBox row = Boxes.row(10, new Avatar(Avatar.Size.SMALL, shown), Boxes.label(shown));
        row.getStyleClass().add("suggestion");
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(shown);
        row.setOnMousePressed(e -> {
            onChosen.accept(name);
            e.consume();
        });
        return row;
    }

    void hide() {
        show(List.of());
    }

    void step(int direction) {
        marked = Math.floorMod(marked + direction, Math.max(1, names.size()));
        mark();
    }

    Optional<String> marked() {
        return isVisible() && marked < names.size() ? Optional.of(names.get(marked)) : Optional.empty();
    }

    private void mark() {
        for (int i = 0; i < getChildren().size(); i++) {
            getChildren().get(i).pseudoClassStateChanged(SELECTED, i == marked);
        }
    }
}
