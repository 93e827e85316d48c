package dev.parley.app.ui.messages.composer;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A text area as high as its text, from one line to eight.
final class GrowingArea extends TextArea {

    private static final int MOST_LINES = 8;

    private final Text measure = new Text();

    GrowingArea() {
        getStyleClass().add("composer-area");
        setWrapText(true);
        setPrefRowCount(1);
        textProperty().addListener((_, _, _) -> requestLayout());
        fontProperty().addListener((_, _, _) -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets content = lookup(".content") instanceof Region region ? region.getInsets() : Insets.EMPTY;
        double outer = snappedTopInset() + snappedBottomInset() + content.getTop() + content.getBottom();
        double sides = snappedLeftInset() + snappedRightInset() + content.getLeft() + content.getRight();
        measure.setFont(getFont());
        measure.setWrappingWidth(0);
        measure.setText("Ag");
        double line = measure.getLayoutBounds().getHeight();
        measure.setWrappingWidth(width > 0 ? Math.max(1, width - sides) : 0);
        measure.setText(getText() + (getText().endsWith("\n") ? " " : ""));
        double text = Math.clamp(measure.getLayoutBounds().getHeight(), line, MOST_LINES * line);
        return Math.ceil(outer + text) + 2;
    }
}
