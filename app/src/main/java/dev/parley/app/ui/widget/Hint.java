package dev.parley.app.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Words that appear beside the pointer, and that a screen reader has as help. A [Tooltip] owns a window and a scene of
/// its own, and a room shows a hundred of these: it is made when the pointer comes, not with the node.
public final class Hint {

    private static final Duration SOON = Duration.millis(250);
    private static final double WIDEST = 480;

    private final Node node;
    private String words = "";

    private Hint(Node node) {
        this.node = node;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> tooltip().setText(words));
    }

    /// Gives a node a hint, or other words for the one it has.
    public static void on(Node node, String words) {
        Hint hint = (Hint) node.getProperties().computeIfAbsent(Hint.class, _ -> new Hint(node));
        hint.words = words;
        node.setAccessibleHelp(words);
        if (node.getProperties().get(Tooltip.class) instanceof Tooltip shown) {
            shown.setText(words);
        }
    }

    private Tooltip tooltip() {
        return (Tooltip) node.getProperties().computeIfAbsent(Tooltip.class, _ -> {
            Tooltip made = new Tooltip();
            made.setShowDelay(SOON);
            made.setWrapText(true);
            made.setMaxWidth(WIDEST);
            Tooltip.install(node, made);
            return made;
        });
    }
}
