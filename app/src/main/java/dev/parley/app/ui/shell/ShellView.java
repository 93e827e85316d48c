package dev.parley.app.ui.shell;

import dev.parley.app.ui.widget.Motion;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The parts of the window: one page, sheets over it, and short words on top. While a sheet is open the keyboard stays in
/// it.
public final class ShellView extends StackPane {

    /// How much place a sheet leaves around itself.
    enum Edge { NONE, ROOM }

    private final StackPane pages = new StackPane();
    private final Toasts toasts = new Toasts();
    private final Deque<Sheet> sheets = new ArrayDeque<>();

    public ShellView() {
        getStyleClass().add("shell");
        getChildren().addAll(pages, toasts);
    }

    /// One sheet, until it is closed.
    final class Sheet {

        private final StackPane cover;
        private final @Nullable Node focusBefore;

        private Sheet(StackPane cover, @Nullable Node focusBefore) {
            this.cover = cover;
            this.focusBefore = focusBefore;
        }

        /// Removes it, and gives the focus back. Idempotent.
        void close() {
            if (!sheets.remove(this)) {
                return;
            }
            getChildren().remove(cover);
            reachable(below(), true);
            if (focusBefore != null) {
                focusBefore.requestFocus();
            }
        }
    }

    /// What lies under a sheet takes neither clicks nor focus. It does not look disabled besides: the cover dims it.
    private static void reachable(Node under, boolean now) {
        under.setDisable(!now);
        if (now) {
            under.getStyleClass().remove("covered");
        } else {
            under.getStyleClass().add("covered");
        }
    }

    private Node below() {
        return sheets.isEmpty() ? pages : sheets.peek().cover;
    }

    /// Shows another page.
    public void page(Node node) {
        if (!pages.getChildren().contains(node)) {
            pages.getChildren().setAll(node);
            Motion.fadeIn(node);
        }
    }

    /// Lays a sheet over the page and other sheets. A click beside it closes it.
    Sheet open(Parent content, Edge edge) {
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        StackPane cover = new StackPane(content);
        cover.getStyleClass().add("cover");
        if (edge == Edge.ROOM) {
            cover.getStyleClass().add("roomy");
        }
        Sheet sheet = new Sheet(cover, focus);
        cover.setOnMouseClicked(e -> {
            if (cover.equals(e.getTarget())) {
                sheet.close();
            }
        });
        reachable(below(), false);
        sheets.push(sheet);
        getChildren().add(getChildren().size() - 1, cover);
        Motion.fadeIn(cover);
        content.applyCss(); // until then a scroll pane holds nothing, and the focus would go nowhere
        content.requestFocus();
        return sheet;
    }

    /// Removes every sheet.
    void closeSheets() {
        while (!sheets.isEmpty()) {
            sheets.peek().close();
        }
    }

    /// A short word that goes away by itself.
    public void say(String words) {
        toasts.say(words);
    }
}
