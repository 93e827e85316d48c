package dev.parley.app.ui.hosting;

import dev.parley.app.Texts;
import dev.parley.app.ui.hosting.RoomChoices.Choice;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.log.History;
import dev.parley.log.Retention;
import dev.parley.log.RoomOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Who sees what, who leaves when, what is kept.
final class RoomRulesView extends VBox {

    private final RoomSettingsModel model;
    private final Texts texts;
    private final VBox warning = new VBox(8);
    private final Runnable keepAsItIs;

    RoomRulesView(RoomSettingsModel model, Texts texts) {
        super(18);
        this.model = model;
        this.texts = texts;
        RoomChoices choices = new RoomChoices(texts);
        warning.getStyleClass().addAll("banner", "warn");
        warning.setVisible(false);
        Rule<History> history = new Rule<>(o -> choices.history(o.history()), RoomOptions::history, model::history);
        Rule<Duration> idle = new Rule<>(o -> choices.idle(o.idle()), RoomOptions::idle, model::idle);
        Rule<Retention> kept = new Rule<>(o -> choices.retention(o.retention()), RoomOptions::retention, this::keep);
        keepAsItIs = () -> kept.show(model.room().optionsProperty().get());
        getChildren().addAll(named("hosting.history", history), named("hosting.idle", idle), named("hosting.keep", kept),
                Panels.collapsing(warning), new SaidLabel(model, RoomSettingsModel.Field.RULES));
    }

    private VBox named(String key, Rule<?> rule) {
        Label label = Boxes.words(texts.get(key), "field-name");
        label.setLabelFor(rule);
        Shown.during(rule, () -> model.room().optionsProperty().subscribe(options -> rule.show(options)));
        return Boxes.column(6, label, rule);
    }

    /// One rule of a room, to choose from.
    private static final class Rule<T> extends ComboBox<Choice<T>> {

        private final Function<RoomOptions, List<Choice<T>>> choices;
        private final Function<RoomOptions, T> present;
        private boolean showing;

        Rule(Function<RoomOptions, List<Choice<T>>> choices, Function<RoomOptions, T> present, Consumer<T> change) {
            this.choices = choices;
            this.present = present;
            setMaxWidth(Double.MAX_VALUE);
            setOnAction(_ -> {
                if (!showing && getValue() != null) {
                    change.accept(getValue().value());
                }
            });
        }

        void show(RoomOptions options) {
            showing = true;
            getItems().setAll(choices.apply(options));
            getItems().stream().filter(c -> c.value().equals(present.apply(options))).findFirst().ifPresent(this::setValue);
            showing = false;
        }
    }

    /// What goes does not come back, so it is asked first.
    private void keep(Retention wanted) {
        Retention present = model.room().optionsProperty().get().retention();
        if (wanted.equals(present) || wanted.equals(Retention.FOREVER)) {
            warning.setVisible(false);
            if (!wanted.equals(present)) {
                model.retention(wanted);
            }
            return;
        }
        FlowPane buttons = new FlowPane(8, 8,
                Panels.button(texts.get("hosting.keep-yes"), () -> {
                    warning.setVisible(false);
                    model.retention(wanted);
                }, "compact"),
                Panels.button(texts.get("hosting.keep-no"), () -> {
                    warning.setVisible(false);
                    keepAsItIs.run();
                }, "compact"));
        warning.getChildren().setAll(Boxes.words(texts.get("hosting.keep-warning")), buttons);
        warning.setVisible(true);
        buttons.getChildren().getFirst().requestFocus();
    }
}
