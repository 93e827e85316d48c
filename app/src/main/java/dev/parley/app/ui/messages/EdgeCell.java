package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import dev.parley.app.ui.messages.scroll.Cell;
import dev.parley.app.ui.widget.Boxes;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What lies beyond the rows that are here.
final class EdgeCell implements Cell<Row> {

    private final Surface surface;
    private final ProgressIndicator spinner = new ProgressIndicator();
    private final Label words = Boxes.words("", "small", "faint");
    private final Button again = new Button();
    private final HBox root = Boxes.row(10);

    EdgeCell(Surface surface) {
        this.surface = surface;
        root.getStyleClass().add("edge-row");
        root.setAlignment(Pos.CENTER);
        root.setAccessibleRole(AccessibleRole.LIST_ITEM);
        again.getStyleClass().add("compact");
        again.setText(surface.texts().get("messages.try-again"));
        again.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Row row) {
        if (row instanceof Row.Edge edge) {
            Texts texts = surface.texts();
            again.setOnAction(_ -> surface.again(edge.side()));
            switch (edge.state()) {
                case MORE, LOADING -> {
                    words.setText(texts.get("messages.loading"));
                    root.getChildren().setAll(spinner, words);
                }
                case FAILED -> {
                    words.setText(texts.get("messages.not-loaded"));
                    root.getChildren().setAll(words, again);
                }
                case BEGINNING -> {
                    words.setText(texts.get("messages.beginning"));
                    root.getChildren().setAll(words);
                }
            }
            // an endless animation would keep drawing where nobody looks
            spinner.setProgress(edge.state() == Row.Edge.State.LOADING ? ProgressIndicator.INDETERMINATE_PROGRESS : 0);
            spinner.setVisible(edge.state() == Row.Edge.State.LOADING);
            root.setAccessibleText(words.getText());
        }
    }
}
