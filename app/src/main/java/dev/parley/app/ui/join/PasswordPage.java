package dev.parley.app.ui.join;

import dev.parley.app.Texts;
import dev.parley.app.session.Endpoint;
import dev.parley.app.ui.start.Field;
import dev.parley.app.ui.start.SecretField;
import dev.parley.app.ui.start.Shown;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Button;

/// Asks for the password of the room, and says in place if it was wrong.
final class PasswordPage extends JoinCard {

    private final SecretField secret;

    PasswordPage(JoinModel model, Texts texts) {
        String room = Shown.name(model.where().room().value());
        secret = new SecretField(model.passwordProperty(), texts.get("join.show"), texts.get("join.hide"));
        secret.input().setId("join-password");
        secret.disableProperty().bind(model.waitingProperty().greaterThan(0).or(model.busyProperty()));
        StringBinding problem = Bindings.createStringBinding(() -> problem(model, texts),
                model.stateProperty(), model.waitingProperty(), model.busyProperty(), model.passwordProperty());
        Field field = new Field(texts.get("join.password"), secret, secret.input()).problem(problem, secret.input());
        Button enter = usual(button("", model::withPassword));
        enter.setId("join-enter");
        enter.textProperty().bind(model.busyProperty().map(busy -> texts.get(busy ? "join.entering" : "join.enter")));
        enter.disableProperty().bind(model.busyProperty().or(model.passwordProperty().isEmpty())
                .or(model.waitingProperty().greaterThan(0)));
        getChildren().setAll(
                head(new Avatar(Avatar.Size.LARGE, room), texts.get("join.password-title", room), place(model, texts)),
                Boxes.words(texts.get("join.password-words"), "small", "muted"),
                field, buttons(cancel(texts.get("join.back"), model::back), enter));
        secret.disabledProperty().subscribe(off -> {
            if (!off && getScene() != null) {
                secret.requestFocus();
            }
        });
    }

    private static String place(JoinModel model, Texts texts) {
        return model.where().host().map(h -> texts.get("join.hosted-by", Shown.name(h.value())))
                .or(() -> model.where().addresses().known().stream().findFirst()
                        .map(a -> texts.get("join.at", Endpoint.show(a))))
                .orElse("");
    }

    private static String problem(JoinModel model, Texts texts) {
        if (model.waitingProperty().get() > 0) {
            return texts.get("join.wrong-wait", model.waitingProperty().get());
        }
        boolean typing = model.busyProperty().get() || !model.passwordProperty().get().isEmpty();
        return model.stateProperty().get() instanceof JoinState.Password(var wrong, var left) && wrong && !typing
                ? texts.get("join.wrong", left.orElse(0))
                : "";
    }

    @Override
    void begin() {
        secret.requestFocus();
    }
}
