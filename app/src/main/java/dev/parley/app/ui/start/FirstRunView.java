package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for the name, once.
final class FirstRunView extends HBox {

    private final TextField name = new TextField();

    FirstRunView(NameModel model, Texts texts, Runnable next) {
        super(22);
        getStyleClass().addAll("card", "raised", "first-run");
        setAlignment(Pos.CENTER_LEFT);
        Avatar face = new Avatar(Avatar.Size.LARGE);
        model.typedProperty().subscribe(typed -> face.show(NameRules.tidy(typed), model.personProperty().get().colour()));
        name.setId("my-name");
        name.textProperty().bindBidirectional(model.typedProperty());
        name.setOnAction(_ -> {
            if (NameRules.personProblem(model.typedProperty().get(), texts).isEmpty()) {
                next.run();
            }
        });
        Field field = new Field(texts.get("start.name"), name).problem(model.problemProperty(), name);
        field.getStyleClass().add("first-name");
        VBox words = Boxes.column(12,
                Boxes.column(4, Boxes.label(texts.get("start.welcome"), "title"),
                        Boxes.words(texts.get("start.welcome-words"), "muted")),
                field);
        HBox.setHgrow(words, Priority.ALWAYS);
        HostCardView.showWhile(this, model.askedProperty());
        getChildren().setAll(face, words);
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }
}
