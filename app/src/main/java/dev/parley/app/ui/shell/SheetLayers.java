package dev.parley.app.ui.shell;

import dev.parley.app.ui.hosting.Layers;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/// Shows the panels of hosting as sheets of the window: at its right side, in its middle, or all over it. A sheet that is
/// opened from another one brings that back when it closes.
final class SheetLayers implements Layers {

    private final ShellView shell;

    SheetLayers(ShellView shell) {
        this.shell = shell;
    }

    @Override
    public void show(Place place, Function<Runnable, Parent> content) {
        ShellView.Sheet[] sheet = new ShellView.Sheet[1];
        Parent node = content.apply(() -> sheet[0].close());
        node.getStyleClass().add("sheet-" + place.name().toLowerCase(Locale.ROOT));
        StackPane.setAlignment(node, place == Place.SIDE ? Pos.CENTER_RIGHT : Pos.CENTER);
        sheet[0] = shell.open(node, place == Place.DIALOG ? ShellView.Edge.ROOM : ShellView.Edge.NONE);
    }
}
