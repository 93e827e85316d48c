package dev.parley.app.ui.settings;

import dev.parley.app.Texts;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.app.ui.widget.Toggles;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What may be heard and shown of new messages, and how they travel.
final class MessagesCard extends VBox {

    private final SettingsModel model;
    private final Texts texts;

    MessagesCard(SettingsModel model, Texts texts) {
        super(20);
        this.model = model;
        this.texts = texts;
        Button play = Cards.button(texts.get("settings.play"), model::play, "compact");
        play.setGraphic(Icons.of(Feather.PLAY));
        getChildren().addAll(
                Cards.card(texts.get("settings.messages"),
                        Cards.line(texts.get("settings.sounds"), texts.get("settings.sounds-hint"), play,
                                Cards.toggle(texts.get("settings.sounds"), model.settingsProperty().map(Settings::sounds), model::sounds)),
                        Cards.line(texts.get("settings.notifications"), texts.get("settings.notifications-hint"),
                                Cards.toggle(texts.get("settings.notifications"),
                                        model.settingsProperty().map(Settings::notifications), model::notifications))),
                Cards.card(texts.get("settings.connection"), transport()));
    }

    private VBox transport() {
        ToggleGroup group = new ToggleGroup();
        VBox ways = Boxes.column(12,
                way(group, false, "settings.auto", "settings.auto-hint"),
                way(group, true, "settings.tcp", "settings.tcp-hint"),
                Boxes.words(texts.get("settings.next-join"), "muted", "small"));
        Toggles.choose(group, model.settingsProperty().map(Settings::tcpOnly), model::tcpOnly);
        return ways;
    }

    private VBox way(ToggleGroup group, boolean tcpOnly, String name, String hint) {
        RadioButton choice = new RadioButton(texts.get(name));
        choice.setWrapText(true);
        choice.setToggleGroup(group);
        choice.setUserData(tcpOnly);
        VBox remark = new VBox(Boxes.words(texts.get(hint), "muted", "small"));
        remark.getStyleClass().add("below-choice");
        return Boxes.column(2, choice, remark);
    }
}
