package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The card in which a room is described and opened.
final class HostCardView extends VBox {

    private static final double FIELDS_SIDE_BY_SIDE_EM = 36;

    private final HostCardModel model;
    private final Texts texts;
    private final TextField room = new TextField();

    HostCardView(HostCardModel model, Texts texts, Path dataFolder, Runnable settings) {
        super(14);
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "raised", "host-card");
        VBox head = Boxes.column(4, Boxes.label(texts.get("start.host"), "title"), Boxes.words(texts.get("start.host-words"), "muted"));
        VBox.setMargin(head, new Insets(0, 0, 4, 0));
        Columns fields = new Columns(name(), password(), 0, FIELDS_SIDE_BY_SIDE_EM);
        AdvancedFields advanced = new AdvancedFields(model, texts, dataFolder, settings);
        showWhile(advanced, model.advancedProperty());
        getChildren().setAll(head, fields, again(), newcomers(), advanced, failure(), taken(), buttons());
    }

    /// Puts the cursor where a name is typed.
    void focusRoom() {
        room.requestFocus();
        room.selectAll();
    }

    private VBox name() {
        room.setId("host-room");
        room.textProperty().bindBidirectional(model.roomProperty());
        room.setOnAction(_ -> model.start());
        return new Field(texts.get("start.room"), room).problem(model.roomProblemProperty(), room);
    }

    private VBox password() {
        SecretField secret = new SecretField(model.passwordProperty(), texts.get("start.password-show"), texts.get("start.password-hide"));
        secret.input().setId("host-password");
        secret.prompt(texts.get("start.password-hint"));
        secret.setOnAction(_ -> model.start());
        Field field = new Field(texts.get("start.password"), secret, secret.input())
                .aside(texts.get("start.password-optional"))
                .problem(model.passwordProblemProperty(), secret.input());
        VBox box = Boxes.column(6, field, new StrengthHint(model.strengthProperty(), texts));
        showWhile(box, model.againProperty().not());
        return box;
    }

    private Node again() {
        HBox note = Boxes.row(10, Icons.of(Feather.ROTATE_CCW), grow(Boxes.words(texts.get("start.room-again"), "small")));
        note.getStyleClass().add("banner");
        showWhile(note, model.againProperty());
        return note;
    }

    private Node newcomers() {
        var box = Choices.of(List.of(Newcomers.values()), n -> texts.get("start.newcomers-" + n.key()), model.newcomersProperty());
        Field field = new Field(texts.get("start.newcomers"), box);
        showWhile(field, model.againProperty().not());
        return field;
    }

    private Node failure() {
        Label words = Boxes.words("");
        words.textProperty().bind(model.failureProperty());
        HBox banner = Boxes.row(10, Icons.of(Feather.ALERT_CIRCLE), grow(words));
        banner.getChildren().getFirst().getStyleClass().add("danger");
        banner.getStyleClass().addAll("banner", "error");
        showWhile(banner, model.failureProperty().map(w -> !w.isEmpty()));
        return banner;
    }

    private Node taken() {
        Label words = Boxes.words("");
        Button use = new Button();
        use.setId("host-free-port");
        use.getStyleClass().add("compact");
        use.setOnAction(_ -> model.useFreePort());
        use.setMinWidth(Region.USE_PREF_SIZE);
        VBox banner = Boxes.column(10, words, use);
        banner.getStyleClass().addAll("banner", "warn");
        model.takenProperty().subscribe(now -> now.ifPresent(t -> {
            words.setText(texts.get("start.port-taken", t.port()));
            use.setText(texts.get("start.port-use", t.free()));
        }));
        showWhile(banner, model.takenProperty().map(Optional::isPresent));
        return banner;
    }

    private Node buttons() {
        Button go = new Button();
        go.setId("host-go");
        go.getStyleClass().addAll("primary", "tall");
        go.setMaxWidth(Double.MAX_VALUE);
        go.textProperty().bind(Bindings.createStringBinding(this::goWords, model.busyProperty(), model.againProperty()));
        go.disableProperty().bind(model.busyProperty().or(model.roomProblemProperty().isNotEmpty())
                .or(model.passwordProblemProperty().isNotEmpty()).or(model.portProblemProperty().isNotEmpty()));
        go.setOnAction(_ -> model.start());
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("button-wheel");
        go.graphicProperty().bind(model.busyProperty().map(busy -> busy ? wheel : null));
        HBox.setHgrow(go, Priority.ALWAYS);
        ToggleButton advanced = new ToggleButton(texts.get("start.advanced"));
        advanced.setId("host-advanced");
        advanced.getStyleClass().add("tall");
        advanced.selectedProperty().bindBidirectional(model.advancedProperty());
        advanced.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(10, go, advanced);
        VBox.setMargin(row, new Insets(6, 0, 0, 0));
        return row;
    }

    private String goWords() {
        if (model.busyProperty().get()) {
            return texts.get("start.going");
        }
        return texts.get(model.againProperty().get() ? "start.go-again" : "start.go");
    }

    private static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    static void showWhile(Node node, ObservableValue<Boolean> shown) {
        node.managedProperty().bind(node.visibleProperty());
        node.visibleProperty().bind(shown);
    }
}
