package dev.parley.app.ui.hosting;

import atlantafx.base.controls.ToggleSwitch;
import dev.parley.app.Texts;
import dev.parley.app.ui.start.PasswordStrength;
import dev.parley.app.ui.start.SecretField;
import dev.parley.app.ui.start.StrengthHint;
import dev.parley.app.ui.widget.Boxes;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The settings of a room of ours.
public final class RoomSettingsView extends VBox {

    private final RoomSettingsModel model;
    private final Texts texts;
    private final TextField name = new TextField();

    /// @param closeRoom asks, and closes the room
    /// @param close takes this panel away
    public RoomSettingsView(RoomSettingsModel model, Texts texts, Runnable closeRoom, Runnable close) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("hosting-panel", "room-settings");
        Label title = Boxes.label("", "title");
        title.textProperty().bind(model.room().keyProperty().map(k -> texts.get("hosting.settings-title", k.room())));
        VBox body = Boxes.column(22, name(), password(), Panels.divider(), new RoomRulesView(model, texts), Panels.divider(),
                pause(), bans(), Panels.divider(), closing(closeRoom));
        body.getStyleClass().add("hosting-body");
        getChildren().addAll(Panels.header(title, texts.get("hosting.close"), close), Panels.scroll(body));
        Shown.onEscape(this, close);
        Shown.during(this, () -> model.room().keyProperty().subscribe(k -> name.setText(k.room().value())));
    }

    @Override
    public void requestFocus() {
        name.requestFocus();
    }

    private VBox name() {
        Label label = Boxes.label(texts.get("hosting.name"), "field-name");
        label.setLabelFor(name);
        name.setId("hosted-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnAction(_ -> model.rename(name.getText()));
        Button rename = Panels.button(texts.get("hosting.rename"), () -> model.rename(name.getText()));
        rename.disableProperty().bind(model.busyProperty().or(Bindings.createBooleanBinding(
                () -> name.getText().strip().equals(model.room().name().value()), name.textProperty(),
                model.room().keyProperty())));
        Shown.during(name, () -> model.saidProperty().subscribe(said -> {
            name.getStyleClass().remove("wrong");
            if (said.of(RoomSettingsModel.Field.NAME) && !said.good()) {
                name.getStyleClass().add("wrong");
            }
        }));
        return Boxes.column(6, label, Boxes.row(8, name, rename), new SaidLabel(model, RoomSettingsModel.Field.NAME));
    }

    private VBox password() {
        Label label = Boxes.label(texts.get("hosting.password"), "field-name");
        Label now = Boxes.words("", "muted", "small");
        now.textProperty().bind(model.room().lockedProperty().map(
                locked -> texts.get(locked ? "hosting.locked-now" : "hosting.open-now")));
        StringProperty typed = new SimpleStringProperty("");
        SecretField field = new SecretField(typed, texts.get("hosting.reveal"), texts.get("hosting.hide"));
        field.prompt(texts.get("hosting.password-prompt"));
        label.setLabelFor(field.input());
        HBox.setHgrow(field, Priority.ALWAYS);
        Runnable set = () -> {
            model.setPassword(typed.get().toCharArray());
            typed.set("");
        };
        field.setOnAction(_ -> set.run());
        Button change = Panels.button("", set);
        change.textProperty().bind(model.room().lockedProperty().map(
                locked -> texts.get(locked ? "hosting.change" : "hosting.set")));
        change.disableProperty().bind(model.busyProperty().or(typed.isEmpty()));
        Button remove = Panels.button(texts.get("hosting.remove-password"), model::removePassword, "link");
        remove.disableProperty().bind(model.busyProperty());
        remove.visibleProperty().bind(model.room().lockedProperty());
        return Boxes.column(6, label, now, Boxes.row(8, field, change),
                new StrengthHint(typed.map(PasswordStrength::of), texts), Panels.collapsing(remove),
                new SaidLabel(model, RoomSettingsModel.Field.PASSWORD));
    }

    private Node pause() {
        ToggleSwitch pause = new ToggleSwitch();
        pause.setSelected(model.room().pausedProperty().get());
        pause.setAccessibleText(texts.get("hosting.pause"));
        Shown.during(pause, () -> model.room().pausedProperty().subscribe(pause::setSelected));
        pause.selectedProperty().subscribe(on -> {
            if (on != model.room().pausedProperty().get()) {
                model.pause(on);
            }
        });
        VBox words = Boxes.column(2, Boxes.label(texts.get("hosting.pause"), "field-name"),
                Boxes.words(texts.get("hosting.pause-hint"), "muted", "small"));
        HBox.setHgrow(words, Priority.ALWAYS);
        return Boxes.row(12, words, pause);
    }

    private Node bans() {
        Button forgive = Panels.button(texts.get("hosting.forgive"), model::forgive);
        forgive.disableProperty().bind(model.busyProperty());
        VBox words = Boxes.column(2, Boxes.label(texts.get("hosting.bans"), "field-name"),
                Boxes.words(texts.get("hosting.bans-hint"), "muted", "small"));
        HBox.setHgrow(words, Priority.ALWAYS);
        return Boxes.column(6, Boxes.row(12, words, forgive), new SaidLabel(model, RoomSettingsModel.Field.ROOM));
    }

    private Node closing(Runnable closeRoom) {
        Button button = Panels.button(texts.get("hosting.close-room"), closeRoom, "danger");
        FlowPane row = new FlowPane(10, 10, button);
        return Boxes.column(8, Boxes.words(texts.get("hosting.close-hint"), "muted", "small"), row);
    }
}
