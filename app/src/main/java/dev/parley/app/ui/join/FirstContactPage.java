package dev.parley.app.ui.join;

import dev.parley.app.Texts;
import dev.parley.crypto.Fingerprint;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// Shows the words of a host that is met for the first time.
final class FirstContactPage extends JoinCard {

    private final Button match;

    FirstContactPage(JoinModel model, Fingerprint host, Texts texts) {
        getStyleClass().add("wide");
        match = usual(button(texts.get("join.match"), model::goIn));
        match.setId("join-match");
        Button blind = button(texts.get("join.blind"), model::goIn);
        blind.setId("join-blind");
        getChildren().setAll(
                head(sign(Feather.SHIELD, "calm"), texts.get("join.first-title"), texts.get("join.first-words")),
                new HostWords(host, texts),
                buttons(cancel(texts.get("join.back"), model::back), blind, match));
    }

    @Override
    void begin() {
        match.requestFocus();
    }
}
