package dev.parley.app.ui.settings;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is kept on this computer, and how it is forgotten.
final class ComputerCard extends VBox {

    private final Texts texts;

    ComputerCard(SettingsModel model, Texts texts) {
        this.texts = texts;
        TextField path = new TextField(model.folder().toString());
        path.setEditable(false);
        FlowPane verbs = new FlowPane(8, 8, Cards.button(texts.get("settings.folder-show"), model::showFolder),
                Cards.button(texts.get("settings.folder-copy"), model::copyFolder));
        Button rooms = Cards.button(texts.get("settings.forget"), () -> {});
        rooms.disableProperty().bind(model.rememberedProperty().isEqualTo(0));
        Button hosts = Cards.button(texts.get("settings.forget"), () -> {});
        HBox roomsLine = Cards.line(texts.get("settings.rooms"), "", rooms);
        getChildren().add(Cards.card(texts.get("settings.computer"),
                Boxes.column(8, Cards.field(texts.get("settings.folder"), texts.get("settings.folder-hint"), path), verbs),
                sure(roomsLine, rooms, "settings.rooms-sure", model::forgetRooms),
                sure(Cards.line(texts.get("settings.hosts"), texts.get("settings.hosts-hint"), hosts), hosts,
                        "settings.hosts-sure", model::forgetHosts),
                Cards.said(model.forgottenProperty(), "success", "small")));
        VBox words = (VBox) roomsLine.getChildren().getFirst();
        words.getChildren().set(1, Cards.said(
                model.rememberedProperty().map(n -> texts.get("settings.rooms-hint", n)), "muted", "small"));
    }

    /// Asks in place, because it cannot be taken back.
    private VBox sure(HBox line, Button first, String question, Runnable yes) {
        VBox asking = new VBox(8);
        asking.getStyleClass().addAll("banner", "warn");
        asking.managedProperty().bind(asking.visibleProperty());
        asking.setVisible(false);
        Button really = Cards.button(texts.get("settings.forget-yes"), () -> {
            asking.setVisible(false);
            first.requestFocus();
            yes.run();
        }, "compact");
        Button not = Cards.button(texts.get("settings.forget-no"), () -> {
            asking.setVisible(false);
            first.requestFocus();
        }, "compact");
        asking.getChildren().addAll(Boxes.words(texts.get(question)), new FlowPane(8, 8, really, not));
        first.setOnAction(_ -> {
            asking.setVisible(true);
            not.requestFocus();
        });
        return Boxes.column(8, line, asking);
    }
}
