package dev.parley.app.ui.start;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Something at the left and something at the right; the second goes below the first where both do not fit.
final class Wrapped extends Pane {

    private static final double GAP = 10;

    private final Region left;
    private final Region right;

    Wrapped(Region left, Region right) {
        this.left = left;
        this.right = right;
        getChildren().setAll(left, right);
    }

    private boolean fits(double width) {
        return left.prefWidth(-1) + GAP + right.prefWidth(-1) <= width;
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
        return left.prefWidth(-1) + GAP + right.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double total = width < 0 ? getWidth() : width;
        double one = left.prefHeight(-1);
        double other = right.prefHeight(-1);
        return fits(total) ? Math.max(one, other) : one + GAP + other;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double one = left.prefHeight(-1);
        double other = right.prefHeight(-1);
        double rightWidth = Math.min(width, right.prefWidth(-1));
        if (fits(width)) {
            double height = Math.max(one, other);
            left.resizeRelocate(0, (height - one) / 2, left.prefWidth(-1), one);
            right.resizeRelocate(width - rightWidth, (height - other) / 2, rightWidth, other);
        } else {
            left.resizeRelocate(0, 0, Math.min(width, left.prefWidth(-1)), one);
            right.resizeRelocate(0, one + GAP, rightWidth, other);
        }
    }
}
