package dev.parley.app.ui.join;

import dev.parley.app.Texts;
import dev.parley.app.ui.start.Shown;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;

/// The host is asked.
final class ConnectingPage extends JoinCard {

    private final Button cancel;

    ConnectingPage(JoinModel model, Texts texts) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("join-wheel");
        String room = Shown.name(model.where().room().value());
        cancel = cancel(texts.get("join.cancel"), model::back);
        String host = model.where().host()
                .map(h -> texts.get("join.hosted-by", Shown.name(h.value())))
                .orElseGet(() -> texts.get("join.connecting-words"));
        getChildren().setAll(head(wheel, texts.get("join.connecting", room), host), buttons(cancel));
    }

    @Override
    void begin() {
        cancel.requestFocus();
    }
}
