package dev.parley.app.ui.join;

import dev.parley.app.Texts;
import dev.parley.app.ui.start.Field;
import dev.parley.app.ui.start.Shown;
import dev.parley.app.ui.widget.Avatar;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/// Somebody has the name: asks for another one for this room.
final class NamePage extends JoinCard {

    private final TextField name = new TextField();

    NamePage(JoinModel model, String taken, Texts texts) {
        Avatar face = new Avatar(Avatar.Size.LARGE);
        model.nameProperty().subscribe(now -> face.show(now));
        name.setId("join-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        var problem = model.nameProperty().map(_ -> model.nameProblem().orElse(""));
        Button enter = usual(button("", model::withName));
        enter.setId("join-enter");
        enter.textProperty().bind(model.busyProperty().map(busy -> texts.get(busy ? "join.entering" : "join.enter")));
        enter.disableProperty().bind(model.busyProperty().flatMap(busy -> problem.map(p -> busy || !p.isEmpty())));
        getChildren().setAll(
                head(face, texts.get("join.name-title", Shown.name(taken)), texts.get("join.name-words")),
                new Field(texts.get("join.name"), name).problem(problem, name),
                buttons(cancel(texts.get("join.back"), model::back), enter));
    }

    @Override
    void begin() {
        name.requestFocus();
        name.selectAll();
    }
}
