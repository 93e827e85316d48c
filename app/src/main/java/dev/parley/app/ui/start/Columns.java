package dev.parley.app.ui.start;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Two things side by side where there is room for both, or one below the other. What is room enough is said in em, so
/// that large text is taken into account.
final class Columns extends Pane {

    private static final double GAP = 28;

    private final Region first;
    private final Region second;
    private final double firstEm;
    private final double enoughEm;
    private final Label ruler = new Label();

    /// @param firstEm width of the first; 0 for half
    /// @param enoughEm width from which both stand side by side
    Columns(Region first, Region second, double firstEm, double enoughEm) {
        this.first = first;
        this.second = second;
        this.firstEm = firstEm;
        this.enoughEm = enoughEm;
        ruler.setVisible(false);
        ruler.setManaged(false);
        ruler.fontProperty().subscribe(_ -> requestLayout());
        getChildren().setAll(first, second, ruler);
    }

    private double em() {
        return ruler.getFont().getSize();
    }

    private boolean isWide(double width) {
        return width >= enoughEm * em();
    }

    private double firstWidth(double width) {
        return firstEm == 0 ? (width - GAP / 2) / 2 : firstEm * em();
    }

    private double gap() {
        return firstEm == 0 ? GAP / 2 : GAP;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return enoughEm * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double total = width < 0 ? getWidth() : width;
        if (!second.isManaged()) {
            return first.prefHeight(total);
        }
        if (isWide(total)) {
            double left = firstWidth(total);
            return Math.max(first.prefHeight(left), second.prefHeight(total - left - gap()));
        }
        return first.prefHeight(total) + gap() + second.prefHeight(total);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (!second.isManaged()) {
            first.resizeRelocate(0, 0, width, first.prefHeight(width));
            return;
        }
        if (isWide(width)) {
            double left = firstWidth(width);
            double rest = width - left - gap();
            first.resizeRelocate(0, 0, left, first.prefHeight(left));
            second.resizeRelocate(left + gap(), 0, rest, second.prefHeight(rest));
        } else {
            double height = first.prefHeight(width);
            first.resizeRelocate(0, 0, width, height);
            second.resizeRelocate(0, height + gap(), width, second.prefHeight(width));
        }
    }
}
