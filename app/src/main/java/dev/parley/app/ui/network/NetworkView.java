package dev.parley.app.ui.network;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.discovery.Finding;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The results of the network check, the worst first.
public final class NetworkView extends VBox {

    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    private final NetworkModel model;
    private final Texts texts;
    private final StackPane sign = new StackPane();
    private final Label title = Boxes.words("", "title");
    private final Label words = Boxes.words("", "muted");
    private final VBox list = new VBox();

    public NetworkView(NetworkModel model) {
        this.model = model;
        this.texts = model.texts();
        getStyleClass().add("page");
        Button back = new Button(texts.get("network.back"), Icons.of(Feather.ARROW_LEFT));
        back.getStyleClass().add("compact");
        back.setCancelButton(true);
        back.setOnAction(_ -> model.back());
        HBox header = Boxes.row(14, back, Boxes.label(texts.get("network.title"), "title"));
        header.getStyleClass().add("start-header");
        VBox column = Boxes.column(16, summary(), list);
        column.getStyleClass().add("network-column");
        StackPane place = new StackPane(column);
        place.setAlignment(Pos.TOP_CENTER);
        place.getStyleClass().add("network-page");
        ScrollPane scroll = new ScrollPane(place);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        list.getStyleClass().addAll("card", "list");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(texts.get("network.title"));
        list.managedProperty().bind(list.visibleProperty());
        getChildren().setAll(header, scroll);
        model.findings().addListener((ListChangeListener<FindingText>) _ -> showFindings());
        model.phaseProperty().subscribe(this::show);
        showFindings();
    }

    private Node summary() {
        sign.getStyleClass().add("join-stop");
        VBox text = Boxes.column(4, title, words);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox head = Boxes.row(16, sign, text);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        bar.setAccessibleText(texts.get("network.running"));
        var running = model.phaseProperty().map(p -> p == NetworkModel.Phase.RUNNING);
        bar.visibleProperty().bind(running);
        bar.managedProperty().bind(bar.visibleProperty());
        Button again = new Button(texts.get("network.again"), Icons.of(Feather.REFRESH_CW));
        again.setId("network-again");
        again.disableProperty().bind(running);
        again.setOnAction(_ -> model.run());
        Button copy = new Button(texts.get("network.copy"), Icons.of(Feather.COPY));
        copy.setId("network-copy");
        copy.disableProperty().bind(running);
        copy.setOnAction(_ -> copy());
        FlowPane buttons = new FlowPane(10, 10, again, copy);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = Boxes.column(16, head, bar, buttons);
        card.getStyleClass().addAll("card", "raised");
        return card;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.report());
        Clipboard.getSystemClipboard().setContent(content);
        model.copied();
    }

    private void show(NetworkModel.Phase phase) {
        switch (phase) {
            case RUNNING -> show(Feather.SEARCH, "calm", "accent", texts.get("network.running"), texts.get("network.running-words"));
            case GOOD -> show(Feather.CHECK, "calm", "accent", texts.get("network.good"), texts.get("network.good-words"));
            case NOTES -> show(Feather.INFO, "note", "warning", texts.get("network.notes"), texts.get("network.notes-words"));
            case BAD -> show(Feather.ALERT_TRIANGLE, "", "danger", texts.get("network.bad"), texts.get("network.bad-words"));
            case FAILED -> show(Feather.ALERT_TRIANGLE, "", "danger", texts.get("network.failed"), texts.get("network.failed-words"));
        }
    }

    private void show(Ikon ikon, String tone, String colour, String head, String below) {
        var icon = Icons.of(ikon);
        icon.getStyleClass().addAll("large", colour);
        sign.getChildren().setAll(icon);
        sign.getStyleClass().setAll("join-stop");
        if (!tone.isEmpty()) {
            sign.getStyleClass().add(tone);
        }
        title.setText(head);
        words.setText(below);
    }

    private void showFindings() {
        list.setVisible(!model.findings().isEmpty());
        list.getChildren().setAll(model.findings().stream().map(this::row).toList());
        if (!list.getChildren().isEmpty()) {
            list.getChildren().getLast().pseudoClassStateChanged(LAST, true);
        }
    }

    private Node row(FindingText finding) {
        var icon = switch (finding.level()) {
            case OK -> icon(Feather.CHECK_CIRCLE, "success");
            case WARN -> icon(Feather.INFO, "warning");
            case FAIL -> icon(Feather.X_CIRCLE, "danger");
        };
        VBox text = Boxes.column(3, Boxes.words(finding.words(), finding.level() == Finding.Level.OK ? "plain" : "bold"));
        if (!finding.remedy().isEmpty()) {
            text.getChildren().add(Boxes.words(finding.remedy(), "muted"));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(12, icon, text);
        row.getStyleClass().add("network-row");
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setFocusTraversable(true);
        row.setAccessibleText(texts.get("network.report-line", model.spoken(finding.level()), finding.words(), finding.remedy()));
        return row;
    }

    private static Node icon(Ikon ikon, String colour) {
        var icon = Icons.of(ikon);
        icon.getStyleClass().add(colour);
        return icon;
    }
}
