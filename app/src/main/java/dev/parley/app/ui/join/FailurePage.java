package dev.parley.app.ui.join;

import dev.parley.app.Texts;
import dev.parley.app.ui.start.Shown;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import dev.parley.protocol.ErrorCode;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/// The host does not let us in, or does not answer: why, and what may help.
final class FailurePage extends JoinCard {

    private final Button back;

    private FailurePage(Button back) {
        this.back = back;
    }

    static FailurePage refused(JoinModel model, JoinState.Refused refused, Texts texts) {
        FailurePage page = new FailurePage(cancel(texts.get("join.back"), model::back));
        String room = Shown.name(model.where().room().value());
        page.getChildren().setAll(
                head(sign(refused.code() == ErrorCode.BANNED ? Feather.SLASH : Feather.PAUSE_CIRCLE, "note"),
                        texts.get("join.refused-title", room), refused.words()));
        if (refused.code() == ErrorCode.BANNED) {
            page.getChildren().add(buttons(usual(page.back)));
        } else {
            page.getChildren().add(buttons(page.back, usual(again(model, texts))));
        }
        return page;
    }

    static FailurePage unreachable(JoinModel model, JoinState.Unreachable failed, Texts texts) {
        FailurePage page = new FailurePage(cancel(texts.get("join.back"), model::back));
        String room = Shown.name(model.where().room().value());
        String tried = texts.get("join.unreachable-tried", String.join(", ", failed.tried().stream().limit(4).toList()));
        page.getChildren().setAll(
                head(sign(Feather.WIFI_OFF, "note"), texts.get("join.unreachable-title", room), tried));
        if (!failed.reason().isBlank()) {
            Label reason = Boxes.words(failed.reason(), "small", "faint");
            Hint.on(reason, failed.reason());
            page.getChildren().add(reason);
        }
        page.getChildren().addAll(
                Boxes.column(8, Boxes.label(texts.get("join.unreachable-do"), "field-name"),
                        point(Feather.WIFI, texts.get("join.unreachable-do-same")),
                        point(Feather.MESSAGE_CIRCLE, texts.get("join.unreachable-do-open")),
                        point(Feather.SHIELD, texts.get("join.unreachable-do-firewall"))),
                buttons(page.back, button(texts.get("join.unreachable-check"), model::checkNetwork), usual(again(model, texts))));
        return page;
    }

    private static Button again(JoinModel model, Texts texts) {
        Button again = button("", model::tryAgain);
        again.setId("join-again");
        again.textProperty().bind(model.waitingProperty().map(left -> left.intValue() > 0
                ? texts.get("join.wait", left.intValue())
                : texts.get("join.again")));
        again.disableProperty().bind(model.waitingProperty().greaterThan(0));
        return again;
    }

    @Override
    void begin() {
        back.requestFocus();
    }
}
