package dev.parley.app.ui.shell;

import dev.parley.app.ui.widget.Motion;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Short words at the lower edge of the window, which go away by themselves. At most three at a time.
final class Toasts extends VBox {

    private static final int MOST = 3;
    private static final Duration STAY = Duration.seconds(4);

    Toasts() {
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
        setMouseTransparent(true);
    }

    void say(String words) {
        Label toast = new Label(words);
        toast.getStyleClass().add("toast");
        toast.setWrapText(true);
        toast.setMinHeight(Region.USE_PREF_SIZE);
        toast.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().add(toast);
        while (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        Motion.fadeIn(toast);
        toast.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        PauseTransition stay = new PauseTransition(STAY);
        stay.setOnFinished(_ -> Motion.fadeOut(toast, () -> getChildren().remove(toast)));
        stay.play();
    }
}
