package dev.parley.app.ui.widget;

import javafx.scene.control.Label;

/// One or two words in a rounded frame: `host`, `live`, a count.
public final class Pill extends Label {

    public Pill(String text) {
        super(text);
        getStyleClass().add("pill");
    }

    /// In the accent colour.
    public Pill strong() {
        getStyleClass().add("strong");
        return this;
    }
}
