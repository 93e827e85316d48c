package dev.parley.app.ui.messages;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/// Rounded areas behind a part of a text, one for each line it is on.
final class Chips extends Pane {

    private final String styleClass;

    Chips(String styleClass) {
        this.styleClass = styleClass;
        setManaged(false);
        setMouseTransparent(true);
    }

    /// @param shape as a text flow tells it
    /// @param reach how far it goes beyond the text at both sides
    void around(PathElement[] shape, double reach) {
        List<Bounds> lines = lines(shape);
        while (getChildren().size() < lines.size()) {
            Region area = new Region();
            area.getStyleClass().add(styleClass);
            area.setManaged(false);
            getChildren().add(area);
        }
        getChildren().remove(lines.size(), getChildren().size());
        for (int i = 0; i < lines.size(); i++) {
            Bounds line = lines.get(i);
            getChildren().get(i).resizeRelocate(line.getMinX() - reach, line.getMinY() - 1, line.getWidth() + 2 * reach,
                    line.getHeight() + 2);
        }
    }

    private static List<Bounds> lines(PathElement[] shape) {
        List<Bounds> lines = new ArrayList<>();
        double[] box = {0, 0, -1, -1};
        for (PathElement element : shape) {
            switch (element) {
                case MoveTo to -> {
                    add(box, lines);
                    box = new double[] {to.getX(), to.getY(), to.getX(), to.getY()};
                }
                case LineTo to -> {
                    box[0] = Math.min(box[0], to.getX());
                    box[1] = Math.min(box[1], to.getY());
                    box[2] = Math.max(box[2], to.getX());
                    box[3] = Math.max(box[3], to.getY());
                }
                default -> {}
            }
        }
        add(box, lines);
        return lines;
    }

    private static void add(double[] box, List<Bounds> lines) {
        if (box[2] > box[0]) {
            lines.add(new BoundingBox(box[0], box[1], box[2] - box[0], box[3] - box[1]));
        }
    }
}
