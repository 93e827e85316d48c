package dev.parley.app.ui.widget;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The mark of Parley and its name beside it, in the accent colour.
public final class Logo extends HBox {

    public Logo() {
        super(7);
        Region mark = new Region();
        mark.getStyleClass().add("logo");
        mark.setScaleShape(true);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Parley");
        getChildren().setAll(mark, Boxes.label("Parley", "wordmark", "logo-name"));
    }
}
