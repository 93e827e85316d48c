package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// How good a password is: a bar and words. Not there while there is no password.
public final class StrengthHint extends HBox {

    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private final Label words = Boxes.words("", "small", "muted");
    private final Texts texts;

    public StrengthHint(ObservableValue<PasswordStrength> strength, Texts texts) {
        super(10);
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        track.getStyleClass().add("strength-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setAccessibleText(texts.get("start.strength-spoken"));
        bar.getStyleClass().add("strength-bar");
        HBox.setHgrow(words, Priority.ALWAYS);
        managedProperty().bind(visibleProperty());
        getChildren().setAll(track, words);
        strength.subscribe(this::show);
    }

    private void show(PasswordStrength now) {
        setVisible(now.level() != PasswordStrength.Level.NONE);
        words.setText(texts.get("start.strength-" + now.why()));
        bar.getStyleClass().setAll("strength-bar");
        switch (now.level()) {
            case NONE, WEAK -> {}
            case FAIR -> bar.getStyleClass().add("fair");
            case GOOD, STRONG -> bar.getStyleClass().add("good");
        }
        bar.maxWidthProperty().bind(track.widthProperty().multiply(now.level().share()));
    }
}
