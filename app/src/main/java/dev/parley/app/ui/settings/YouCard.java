package dev.parley.app.ui.settings;

import dev.parley.app.Texts;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.AvatarColours;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import dev.parley.app.ui.widget.Toggles;
import java.io.File;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Who the person is: name, colour, picture.
final class YouCard extends VBox {

    private static final List<String> COLOURS = List.of("settings.teal", "settings.blue", "settings.brown", "settings.olive",
            "settings.violet", "settings.pink", "settings.orange", "settings.indigo", "settings.grey", "settings.red",
            "settings.green", "settings.purple");
    /// Wider than all swatches: the pane asks for one row, and takes more where there is less room.
    private static final double ONE_ROW = 1_000;

    private final SettingsModel model;
    private final Texts texts;
    private final Avatar avatar = new Avatar(Avatar.Size.LARGE);
    private final TextField name = new TextField();

    YouCard(SettingsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        VBox fields = Boxes.column(18,
                Boxes.column(6, Cards.field(texts.get("settings.name"), texts.get("settings.name-hint"), name),
                        Cards.said(model.nameProblemProperty(), "danger", "small")),
                Cards.field(texts.get("settings.colour"), "", swatches()),
                Boxes.column(6, Cards.field(texts.get("settings.picture"), texts.get("settings.picture-hint"), pictureButtons()),
                        Cards.said(model.pictureProblemProperty(), "danger", "small")));
        HBox.setHgrow(fields, Priority.ALWAYS);
        HBox row = new HBox(22, avatar, fields);
        getChildren().add(Cards.card(texts.get("settings.you"), row));
        model.settingsProperty().subscribe(this::show);
        name.setOnAction(_ -> model.name(name.getText()));
        name.focusedProperty().subscribe(focused -> {
            if (!focused && !name.getText().equals(shownName())) {
                model.name(name.getText());
            }
        });
    }

    private String shownName() {
        return model.settingsProperty().get().name().orElse("");
    }

    private void show(Settings settings) {
        if (!name.isFocused() || name.getText().isBlank()) {
            name.setText(settings.name().orElse(""));
        }
        avatar.show(settings);
    }

    private FlowPane swatches() {
        FlowPane pane = new FlowPane(8, 8);
        pane.setPrefWrapLength(ONE_ROW);
        ToggleGroup colours = new ToggleGroup();
        IntStream.range(0, AvatarColours.COUNT).forEach(colour -> {
            String spoken = texts.get(COLOURS.get(colour));
            ToggleButton swatch = new ToggleButton();
            swatch.getStyleClass().setAll("swatch", "avatar-" + colour);
            swatch.setAccessibleText(spoken);
            Hint.on(swatch, spoken);
            swatch.setToggleGroup(colours);
            swatch.setUserData(colour);
            pane.getChildren().add(swatch);
        });
        Toggles.choose(colours, model.settingsProperty().map(YouCard::colour), model::colour);
        return pane;
    }

    private static int colour(Settings settings) {
        return settings.colour() < 0 ? AvatarColours.of(settings.name().orElse("?")) : settings.colour();
    }

    private FlowPane pictureButtons() {
        Button remove = Cards.button(texts.get("settings.picture-remove"), model::removePicture);
        remove.managedProperty().bind(remove.visibleProperty());
        remove.visibleProperty().bind(model.settingsProperty().map(s -> s.picture().isPresent()));
        return new FlowPane(8, 8, Cards.button(texts.get("settings.picture-choose"), this::choosePicture), remove);
    }

    private void choosePicture() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("settings.picture-choose"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("settings.pictures"),
                "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.picture(file.toPath());
        }
    }
}
