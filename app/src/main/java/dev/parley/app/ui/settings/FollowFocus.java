package dev.parley.app.ui.settings;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/// Scrolls so that what has the focus can be seen: a keyboard leads through the whole page.
final class FollowFocus {

    private static final double MARGIN = 24;

    private final ScrollPane pane;
    private final Parent content;

    FollowFocus(ScrollPane pane, Parent content) {
        this.pane = pane;
        this.content = content;
        pane.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::show);
    }

    private void show(Node focused) {
        if (focused == null || !isInside(focused)) {
            return;
        }
        Bounds node = content.sceneToLocal(focused.localToScene(focused.getBoundsInLocal()));
        double height = content.getBoundsInLocal().getHeight();
        double seen = pane.getViewportBounds().getHeight();
        double hidden = height - seen;
        if (hidden <= 0) {
            return;
        }
        double top = pane.getVvalue() * hidden;
        if (node.getMinY() - MARGIN < top) {
            pane.setVvalue(Math.max(0, (node.getMinY() - MARGIN) / hidden));
        } else if (node.getMaxY() + MARGIN > top + seen) {
            pane.setVvalue(Math.min(1, (node.getMaxY() + MARGIN - seen) / hidden));
        }
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(content)) {
                return true;
            }
        }
        return false;
    }
}
