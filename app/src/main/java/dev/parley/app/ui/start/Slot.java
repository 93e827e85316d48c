package dev.parley.app.ui.start;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/// A place in a list that opens and closes gently; at once where the person wants less motion.
final class Slot extends Pane {

    private static final Duration TIME = Duration.millis(180);

    private final Region content;
    private final DoubleProperty share = new SimpleDoubleProperty(1);
    private final Timeline motion = new Timeline();

    Slot(Region content) {
        this.content = content;
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        content.opacityProperty().bind(share);
        share.subscribe(_ -> requestLayout());
        getChildren().setAll(content);
    }

    void appear() {
        if (!Platform.getPreferences().isReducedMotion()) {
            share.set(0);
            move(1, () -> {});
        }
    }

    void vanish(Runnable gone) {
        setDisable(true);
        if (Platform.getPreferences().isReducedMotion()) {
            gone.run();
        } else {
            move(0, gone);
        }
    }

    private void move(double to, Runnable then) {
        motion.stop();
        motion.getKeyFrames().setAll(new KeyFrame(TIME, new KeyValue(share, to, Interpolator.EASE_BOTH)));
        motion.setOnFinished(_ -> then.run());
        motion.play();
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
        return Math.ceil(content.prefHeight(width) * share.get());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), content.prefHeight(getWidth()));
    }
}
