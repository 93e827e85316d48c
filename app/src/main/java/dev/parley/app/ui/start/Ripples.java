package dev.parley.app.ui.start;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.ParallelTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// Rings that go out from an icon, for as long as something is looked for. They rest where the person wants less motion.
final class Ripples extends StackPane {

    private static final Duration ROUND = Duration.millis(2_400);
    private static final double SMALLEST = 0.5;

    private final ParallelTransition motion = new ParallelTransition();

    Ripples(Node icon) {
        icon.getStyleClass().addAll("large", "accent");
        for (int i : List.of(0, 1)) {
            Region ring = new Region();
            ring.getStyleClass().add("ripple");
            ring.setOpacity(i == 0 ? 0.5 : 0.25);
            ring.setScaleX(i == 0 ? SMALLEST + 0.15 : 1);
            ring.setScaleY(i == 0 ? SMALLEST + 0.15 : 1);
            Timeline line = new Timeline(
                    new KeyFrame(Duration.ZERO, new KeyValue(ring.scaleXProperty(), SMALLEST),
                            new KeyValue(ring.scaleYProperty(), SMALLEST), new KeyValue(ring.opacityProperty(), 0.8)),
                    new KeyFrame(ROUND, new KeyValue(ring.scaleXProperty(), 1, Interpolator.EASE_OUT),
                            new KeyValue(ring.scaleYProperty(), 1, Interpolator.EASE_OUT),
                            new KeyValue(ring.opacityProperty(), 0)));
            line.setDelay(ROUND.divide(2).multiply(i));
            line.setCycleCount(Animation.INDEFINITE);
            motion.getChildren().add(line);
            getChildren().add(ring);
        }
        getChildren().add(icon);
    }

    /// Moves while that is so and it is on a screen.
    void playWhile(ObservableValue<Boolean> searching) {
        searching.subscribe(on -> {
            if (on && !Platform.getPreferences().isReducedMotion()) {
                motion.play();
            } else {
                motion.stop();
            }
        });
    }
}
