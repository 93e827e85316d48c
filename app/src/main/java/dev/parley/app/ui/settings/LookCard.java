package dev.parley.app.ui.settings;

import dev.parley.app.Texts;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.theme.Accent;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import dev.parley.app.ui.widget.Toggles;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How the window looks. It changes while one chooses.
final class LookCard extends VBox {

    private static final int STEP = 10;
    private static final Map<Settings.Look, String> LOOKS = new EnumMap<>(Map.of(Settings.Look.SYSTEM, "settings.look-system",
            Settings.Look.LIGHT, "settings.look-light", Settings.Look.DARK, "settings.look-dark"));
    private static final Map<Accent, String> ACCENTS = new EnumMap<>(Map.of(Accent.TEAL, "settings.teal", Accent.BLUE,
            "settings.blue", Accent.VIOLET, "settings.violet", Accent.PINK, "settings.pink", Accent.ORANGE, "settings.orange",
            Accent.GREEN, "settings.green"));

    private final SettingsModel model;
    private final Texts texts;

    LookCard(SettingsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getChildren().add(Cards.card(texts.get("settings.look"),
                Cards.field(texts.get("settings.theme"), "", looks()),
                Cards.field(texts.get("settings.accent"), "", accents()),
                textSize()));
    }

    private FlowPane looks() {
        FlowPane pane = new FlowPane(8, 8);
        ToggleGroup group = new ToggleGroup();
        for (Settings.Look look : Settings.Look.values()) {
            ToggleButton button = new ToggleButton(texts.get(LOOKS.getOrDefault(look, "")));
            button.getStyleClass().add("choice");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setUserData(look);
            pane.getChildren().add(button);
        }
        Toggles.choose(group, model.settingsProperty().map(Settings::look), model::look);
        return pane;
    }

    private FlowPane accents() {
        FlowPane pane = new FlowPane(8, 8);
        ToggleGroup group = new ToggleGroup();
        for (Accent accent : Accent.values()) {
            String spoken = texts.get(ACCENTS.getOrDefault(accent, ""));
            ToggleButton swatch = new ToggleButton();
            swatch.getStyleClass().setAll("swatch", "swatch-" + accent.wireName());
            swatch.setAccessibleText(spoken);
            Hint.on(swatch, spoken);
            swatch.setToggleGroup(group);
            swatch.setUserData(accent);
            pane.getChildren().add(swatch);
        }
        Toggles.choose(group, model.settingsProperty().map(s -> Accent.named(s.accent())), model::accent);
        return pane;
    }

    /// While the thumb is dragged only a sample grows: the slider must not run away from the hand.
    private VBox textSize() {
        Slider slider = new Slider(Settings.MIN_TEXT, Settings.MAX_TEXT, model.settingsProperty().get().textSize());
        slider.setBlockIncrement(STEP);
        slider.setMajorTickUnit(STEP);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        Label sample = Boxes.label(texts.get("settings.sample"));
        Label percent = Boxes.label("", "muted");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        slider.valueProperty().subscribe(value -> {
            int wanted = rounded(value.doubleValue());
            percent.setText(texts.get("settings.percent", wanted));
            slider.setAccessibleText(texts.get("settings.text-size-spoken", wanted));
            sample.setStyle("-fx-font-size: " + (double) wanted / model.settingsProperty().get().textSize() + "em");
            if (!slider.isValueChanging()) {
                apply(wanted);
            }
        });
        slider.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                apply(rounded(slider.getValue()));
            }
        });
        model.settingsProperty().subscribe(s -> {
            slider.setValue(s.textSize());
            sample.setStyle("");
        });
        return Boxes.column(6, Cards.field(texts.get("settings.text-size"), "", Boxes.row(12, slider, percent)), sample);
    }

    private void apply(int percent) {
        if (percent != model.settingsProperty().get().textSize()) {
            model.textSize(percent);
        }
    }

    private static int rounded(double value) {
        return (int) Math.round(value / STEP) * STEP;
    }
}
