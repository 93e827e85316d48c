package dev.parley.app.ui.hosting;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The way into a room for everybody in front of a projector: the code as large as fits, name and address in big letters.
/// Esc closes it.
public final class ProjectorView extends StackPane {

    private static final double MARGIN = 0.05;
    /// Wider than high by this much: the words go beside the code.
    private static final double BESIDE = 1.25;

    private final QrCode code = new QrCode();
    private final VBox words = new VBox();
    private final Label address = Boxes.words("", "projector-address", "bold");
    private final Button close;

    public ProjectorView(ShareModel model, Texts texts, Runnable close) {
        getStyleClass().add("projector");
        Label name = Boxes.words("", "projector-name", "bold");
        name.textProperty().bind(model.room().keyProperty().map(k -> k.room().value()));
        address.textProperty().bind(model.addressProperty());
        Label password = Boxes.words("", "projector-hint");
        password.textProperty().bind(model.lockedProperty().map(
                locked -> texts.get(locked ? "hosting.projector-locked" : "hosting.projector-open")));
        words.getChildren().setAll(Boxes.words(texts.get("hosting.projector-join"), "projector-hint"), name,
                Boxes.words(texts.get("hosting.projector-how"), "projector-hint"), address, password,
                Boxes.words(texts.get("hosting.projector-words", String.join(" ", model.words())), "projector-words"));
        words.setAlignment(Pos.CENTER_LEFT);
        this.close = Icons.button(Feather.X, texts.get("hosting.close"), close);
        this.close.getStyleClass().add("framed");
        getChildren().addAll(code, words, this.close);
        Shown.during(this, () -> Subscription.combine(model.follow(), model.linkProperty().subscribe(
                link -> code.show(link, texts.get("hosting.qr-spoken", model.room().name())))));
        Shown.onEscape(this, close);
    }

    /// Where the focus goes, so that Esc is heard.
    @Override
    public void requestFocus() {
        close.requestFocus();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double margin = Math.min(width, height) * MARGIN;
        boolean beside = width > height * BESIDE;
        double side = beside
                ? Math.min(height - 2 * margin, width * 0.52)
                : Math.min(width - 2 * margin, height * 0.58);
        side = Math.max(side, code.minWidth(-1));
        double textWidth = beside ? width - side - 3 * margin : width - 2 * margin;
        double textHeight = beside ? height - 2 * margin : height - side - 3 * margin;
        scaleWords(textWidth, textHeight);
        if (beside) {
            code.resizeRelocate(margin, (height - side) / 2, side, side);
            words.resizeRelocate(side + 2 * margin, margin, textWidth, textHeight);
        } else {
            code.resizeRelocate((width - side) / 2, margin, side, side);
            words.resizeRelocate(margin, side + 2 * margin, textWidth, textHeight);
        }
        double button = close.prefWidth(-1);
        close.resizeRelocate(width - button - 12, 12, button, close.prefHeight(-1));
    }

    /// As large as the place allows; a long name wraps, and then everything is a little smaller.
    private void scaleWords(double width, double height) {
        double size = Math.clamp(width / 22, 10, 64);
        for (int i = 0; i < 8; i++) {
            size(size);
            boolean fits = words.prefHeight(width) <= height && address.prefWidth(-1) <= width;
            if (fits || size < 9) {
                return;
            }
            size *= 0.85;
        }
    }

    private void size(double pixels) {
        words.setStyle("-fx-font-size: " + Math.round(pixels) + "px; -fx-spacing: " + Math.round(pixels * 0.55) + "px;");
        words.applyCss();
        words.getChildren().forEach(n -> ((Region) n).requestLayout());
    }
}
