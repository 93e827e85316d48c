package dev.parley.app.ui.join;

import dev.parley.app.Texts;
import dev.parley.app.ui.start.Shown;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.crypto.Fingerprint;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The full stop: the host has another key than before. The way on needs a deliberate step; the usual one is back.
final class ChangedPage extends JoinCard {

    private final HBox head;

    ChangedPage(JoinModel model, Optional<Fingerprint> host, Texts texts) {
        getStyleClass().add("wide");
        String room = Shown.name(model.where().room().value());
        Button back = usual(cancel(texts.get("join.back"), model::back));
        back.setId("join-back");
        head = head(sign(Feather.ALERT_OCTAGON, ""), texts.get("join.changed-title"), texts.get("join.changed-words", room));
        head.getStyleClass().add("join-head");
        head.setFocusTraversable(true);
        head.setAccessibleRole(AccessibleRole.TEXT);
        head.setAccessibleText(texts.get("join.changed-spoken", texts.get("join.changed-title"), texts.get("join.changed-words", room)));
        getChildren().setAll(head,
                Boxes.column(8, Boxes.label(texts.get("join.changed-why"), "field-name"),
                        point(Feather.REFRESH_CW, texts.get("join.changed-why-new")),
                        point(Feather.ALERT_TRIANGLE, texts.get("join.changed-why-false"))));
        if (host.isEmpty()) {
            getChildren().addAll(Boxes.words(texts.get("join.changed-unknown")), buttons(back));
            return;
        }
        CheckBox asked = new CheckBox(texts.get("join.changed-asked"));
        asked.setId("join-asked");
        asked.setWrapText(true);
        asked.setMinHeight(USE_PREF_SIZE);
        asked.selectedProperty().bindBidirectional(model.askedProperty());
        Button trust = button(texts.get("join.changed-trust"), model::trustNewKey, "danger");
        trust.setId("join-trust");
        trust.disableProperty().bind(model.askedProperty().not());
        getChildren().addAll(
                Boxes.column(10, Boxes.label(texts.get("join.changed-do"), "field-name"),
                        Boxes.words(texts.get("join.changed-do-words")), new HostWords(host.get(), texts)),
                asked, buttons(trust, back));
    }

    /// It is read from its top; Enter and Esc go back wherever the cursor is.
    @Override
    void begin() {
        head.requestFocus();
    }
}
