package dev.parley.app.ui.widget;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/// Small movements, which leave themselves out where the system asks for reduced motion.
public final class Motion {

    private static final Duration SHORT = Duration.millis(140);

    private Motion() {}

    /// True if things may move.
    public static boolean isWelcome() {
        return !Platform.getPreferences().isReducedMotion();
    }

    /// Appears.
    public static void fadeIn(Node node) {
        if (!isWelcome()) {
            node.setOpacity(1);
            return;
        }
        FadeTransition fade = new FadeTransition(SHORT, node);
        fade.setInterpolator(Interpolator.EASE_OUT);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.play();
    }

    /// Disappears, and then does what follows.
    public static void fadeOut(Node node, Runnable then) {
        if (!isWelcome()) {
            then.run();
            return;
        }
        FadeTransition fade = new FadeTransition(SHORT, node);
        fade.setInterpolator(Interpolator.EASE_IN);
        fade.setToValue(0);
        fade.setOnFinished(_ -> then.run());
        fade.play();
    }
}
