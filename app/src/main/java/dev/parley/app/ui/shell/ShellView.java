package dev.parley.app.ui.shell;

import dev.parley.app.ui.widget.Motion;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The parts of the window: a sidebar, one page beside it, at most one sheet over both, and short words on top.
public final class ShellView extends StackPane {

    private final StackPane pages = new StackPane();
    private final HBox base = new HBox(pages);
    private final StackPane cover = new StackPane();
    private final Toasts toasts = new Toasts();
    private @Nullable Node sidebar;
    private @Nullable Node focusBefore;
    private Runnable closed = () -> {};

    public ShellView() {
        getStyleClass().add("shell");
        HBox.setHgrow(pages, Priority.ALWAYS);
        pages.setMinWidth(0);
        cover.getStyleClass().add("cover");
        cover.setVisible(false);
        cover.setOnMouseClicked(e -> {
            if (cover.equals(e.getTarget())) {
                closeSheet();
            }
        });
        getChildren().addAll(base, cover, toasts);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && cover.isVisible()) {
                closeSheet();
                e.consume();
            }
        });
    }

    /// What stands at the left of every page; null for nothing.
    public void sidebar(@Nullable Node node) {
        if (Objects.equals(node, sidebar)) {
            return;
        }
        sidebar = node;
        base.getChildren().setAll(node == null ? new Node[] {pages} : new Node[] {node, pages});
    }

    /// Shows another page.
    public void page(Node node) {
        if (pages.getChildren().contains(node)) {
            return;
        }
        pages.getChildren().setAll(node);
        Motion.fadeIn(node);
    }

    /// Lays a sheet over the page. Escape, or a click beside it, closes it.
    ///
    /// @param onClosed told when it is gone, however it went
    public void sheet(Node node, Runnable onClosed) {
        closeSheet();
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        closed = onClosed;
        cover.getChildren().setAll(node);
        base.setDisable(true); // the keyboard stays in the sheet
        cover.setVisible(true);
        Motion.fadeIn(cover);
        node.requestFocus();
    }

    /// Removes the sheet, if there is one.
    public void closeSheet() {
        if (!cover.isVisible()) {
            return;
        }
        cover.setVisible(false);
        cover.getChildren().clear();
        base.setDisable(false);
        Runnable tell = closed;
        closed = () -> {};
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
        tell.run();
    }

    /// True while a sheet is open.
    public boolean hasSheet() {
        return cover.isVisible();
    }

    /// A short word that goes away by itself.
    public void say(String words) {
        toasts.say(words);
    }
}
