package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.Limits;
import dev.parley.protocol.VisibleText;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Finds messages in the whole history of the room.
final class SearchPanel extends VBox {

    /// The host answers two questions a second.
    private static final Duration REST = Duration.millis(600);
    private static final int SHOWN = 300;

    private final RoomModel model;
    private final Texts texts;
    private final TextField field = new TextField();
    private final VBox results = new VBox(2);
    private final Label said = Boxes.words("", "muted", "small");
    private final ProgressIndicator busy = new ProgressIndicator();
    private final PauseTransition rest = new PauseTransition(REST);
    private String asked = "";

    SearchPanel(RoomModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("room-people", "room-search");
        HBox head = Boxes.row(8, Boxes.label(texts.get("room.search"), "bold"), Boxes.spring(), busy,
                Icons.button(Feather.X, texts.get("room.search-close"), close));
        head.getStyleClass().add("room-people-head");
        busy.getStyleClass().add("room-busy");
        busy.setVisible(false);
        field.setPromptText(texts.get("room.search-prompt"));
        field.setAccessibleText(texts.get("room.search-prompt"));
        field.textProperty().subscribe(_ -> rest.playFromStart());
        field.setOnAction(_ -> search());
        rest.setOnFinished(_ -> search());
        said.getStyleClass().add("room-search-said");
        ScrollPane scroll = new ScrollPane(results);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, field, said, scroll);
        say(texts.get("room.search-hint"));
    }

    /// Ready to type.
    void begin() {
        field.requestFocus();
        field.selectAll();
    }

    private void say(String words) {
        said.setText(words);
    }

    private void search() {
        rest.stop();
        String words = field.getText().strip();
        if (words.equals(asked)) {
            return;
        }
        asked = words;
        if (words.isEmpty() || words.length() > Limits.SEARCH_CHARS) {
            results.getChildren().clear();
            busy.setVisible(false);
            say(texts.get(words.isEmpty() ? "room.search-hint" : "room.search-long"));
            return;
        }
        busy.setVisible(true);
        model.search(words).whenComplete((found, failure) -> {
            if (words.equals(asked)) {
                busy.setVisible(false);
                if (failure == null) {
                    show(found);
                } else {
                    asked = ""; // Enter tries again
                    say(texts.get("room.search-failed"));
                }
            }
        });
    }

    private void show(List<Entry> found) {
        List<Node> rows = found.stream().filter(e -> e.kind() == EntryKind.TEXT).<Node>map(this::row).toList();
        results.getChildren().setAll(rows);
        say(rows.isEmpty() ? texts.get("room.search-none") : texts.get("room.search-found", rows.size()));
    }

    private VBox row(Entry entry) {
        String name = VisibleText.line(entry.from().value());
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(model.times().locale()).format(entry.at().atZone(model.times().zone()));
        String text = VisibleText.line(entry.body().strip().replaceAll("\\s+", " "));
        String start = text.substring(0, text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length()))));
        Label from = Boxes.label(name, "bold", "small");
        from.setMinWidth(0);
        Label at = Boxes.label(when, "faint", "small");
        at.setMinWidth(USE_PREF_SIZE);
        Label words = Boxes.label(start, "room-search-text");
        words.setWrapText(true);
        VBox row = new VBox(2, Boxes.row(8, from, Boxes.spring(), at), words);
        row.getStyleClass().add("room-result");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(texts.get("room.search-spoken", name, when, start));
        row.setOnMouseClicked(_ -> {
            row.requestFocus();
            model.messages().goTo(entry.seq());
        });
        row.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                model.messages().goTo(entry.seq());
                e.consume();
            }
        });
        return row;
    }
}
