package dev.parley.app.ui.hosting;

import dev.parley.app.ui.widget.Boxes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A question before something that cannot be taken back at once. Esc and Enter say no; the one who means it goes to the
/// other button.
public final class StopView extends VBox {

    private final Button no;

    /// @param question what it asks
    /// @param yes does it, after the question has gone
    /// @param close takes the question away
    public StopView(StopQuestion question, Runnable yes, Runnable close) {
        getStyleClass().addAll("hosting-dialog", "card", "raised");
        setSpacing(16);
        setMaxHeight(USE_PREF_SIZE);
        no = Panels.button(question.no(), close);
        no.setDefaultButton(true);
        no.setCancelButton(true);
        Button stop = Panels.button(question.yes(), () -> {
            close.run();
            yes.run();
        }, "danger");
        FlowPane buttons = new FlowPane(10, 10, no, stop);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(Boxes.words(question.title(), "headline"), Boxes.words(question.words(), "muted"), buttons);
        Shown.onEscape(this, close);
    }

    @Override
    public void requestFocus() {
        no.requestFocus();
    }
}
