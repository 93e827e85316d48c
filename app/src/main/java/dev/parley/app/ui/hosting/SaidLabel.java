package dev.parley.app.ui.hosting;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// What is said beside a field; takes no place while there is nothing to say.
final class SaidLabel extends Label {

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

    SaidLabel(RoomSettingsModel model, RoomSettingsModel.Field field) {
        getStyleClass().addAll("said", "small");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        Shown.during(this, () -> model.saidProperty().subscribe(said -> {
            setVisible(said.of(field));
            setText(said.of(field) ? said.words() : "");
            pseudoClassStateChanged(GOOD, said.good());
        }));
    }
}
