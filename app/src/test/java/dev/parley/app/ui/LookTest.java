package dev.parley.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.app.ui.widget.Pill;
import java.nio.file.Files;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;

class LookTest {

    private static Parent sample() {
        Button primary = new Button("Start the room");
        primary.getStyleClass().add("primary");
        Button danger = new Button("Close room");
        danger.getStyleClass().add("danger");
        TextField field = new TextField("Physics 2B");
        var card = Boxes.column(12,
                Boxes.label("Host a room", "title"),
                Boxes.words("People near you will see it at once. It lives on this computer.", "muted"),
                field,
                Boxes.row(10, primary, danger, new Button("Advanced"), Icons.button(Feather.SETTINGS, "Settings", () -> {})),
                Boxes.row(10, new Avatar(Avatar.Size.SMALL, "Ana"), new Avatar(Avatar.Size.MEDIUM, "健太"),
                        new Avatar(Avatar.Size.LARGE, "Ольга"), new Pill("known host"), new Pill("live").strong()));
        card.getStyleClass().addAll("card", "raised");
        var page = Boxes.column(20, card);
        page.getStyleClass().add("page");
        page.setStyle("-fx-padding: 36");
        return page;
    }

    @ParameterizedTest
    @EnumSource(Settings.Look.class)
    void bothThemesShowTheSharedParts(Settings.Look look) throws Exception {
        try (Stages stages = Stages.open(Settings.standard().withLook(look), 700, 380, LookTest::sample)) {
            assertThat(Files.size(stages.photograph("look-" + look))).isGreaterThan(5_000);
        }
    }

    @Test
    void textSizeMakesEverythingLarger() {
        Settings usual = Settings.standard().withLook(Settings.Look.LIGHT);
        try (Stages stages = Stages.open(usual, 900, 600, LookTest::sample)) {
            double before = Stages.onFx(() -> stages.stage().getScene().lookup(".button").getLayoutBounds().getHeight());
            stages.look(usual.withTextSize(200));
            stages.photograph("look-large");
            double after = Stages.onFx(() -> stages.stage().getScene().lookup(".button").getLayoutBounds().getHeight());
            assertThat(after / before).isBetween(1.7, 2.2);
        }
    }
}
