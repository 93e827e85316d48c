package dev.parley.app.ui.settings;

import dev.parley.app.Texts;
import dev.parley.app.Version;
import dev.parley.app.ui.Navigator;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the program is, and whose work it rests on.
final class AboutCard extends VBox {

    private static final String LICENCE = "https://www.apache.org/licenses/LICENSE-2.0";
    private static final String TWEMOJI = "https://github.com/jdecked/twemoji";
    private static final String CC_BY = "https://creativecommons.org/licenses/by/4.0/";
    private static final String OFL = "https://openfontlicense.org";
    private static final double ICON = 56;

    private final Texts texts;
    private final Navigator navigator;

    AboutCard(Texts texts, Navigator navigator) {
        this.texts = texts;
        this.navigator = navigator;
        VBox words = Boxes.column(3,
                Boxes.label(texts.get("settings.parley", Version.current()), "bold"),
                Boxes.words(texts.get("settings.claim"), "muted"),
                Boxes.words(texts.get("settings.runs-on", Runtime.version().feature(), javaFx()), "muted", "small"),
                link("settings.licence", LICENCE));
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox artwork = Boxes.column(4, Boxes.words(texts.get("settings.artwork"), "field-name"),
                Boxes.words(texts.get("settings.twemoji"), "muted", "small"),
                Boxes.row(12, link("settings.twemoji-link", TWEMOJI), link("settings.cc-by", CC_BY)),
                Boxes.words(texts.get("settings.fonts"), "muted", "small"), link("settings.ofl", OFL));
        HBox head = Boxes.row(16, icon(), words);
        getChildren().add(Cards.card(texts.get("settings.about"), head, artwork, parts()));
    }

    private static String javaFx() {
        return System.getProperty("javafx.version", "");
    }

    private static Node icon() {
        var file = AboutCard.class.getResourceAsStream("/dev/parley/app/assets/icons/parley-128.png");
        if (file == null) {
            return Icons.of(Feather.MESSAGE_CIRCLE);
        }
        ImageView view = new ImageView(new Image(file));
        view.setFitWidth(ICON);
        view.setFitHeight(ICON);
        return view;
    }

    private Hyperlink link(String key, String address) {
        Hyperlink link = new Hyperlink(texts.get(key));
        link.getStyleClass().add("settings-link");
        link.setWrapText(true);
        link.setOnAction(_ -> navigator.browse(address));
        return link;
    }

    private VBox parts() {
        VBox list = new VBox(0);
        list.getStyleClass().add("licences");
        list.managedProperty().bind(list.visibleProperty());
        list.setVisible(false);
        Button show = Cards.button(texts.get("settings.parts-show"), () -> {});
        show.setOnAction(_ -> {
            if (list.getChildren().isEmpty()) {
                Licences.all().forEach(part -> list.getChildren().add(row(part)));
            }
            list.setVisible(!list.isVisible());
            show.setText(texts.get(list.isVisible() ? "settings.parts-hide" : "settings.parts-show"));
        });
        return Boxes.column(10, Boxes.words(texts.get("settings.parts"), "muted", "small"), new HBox(show), list);
    }

    private HBox row(Licences.Part part) {
        Hyperlink name = new Hyperlink(texts.get("settings.part", part.name(), part.version()));
        name.getStyleClass().add("settings-link");
        name.setOnAction(_ -> navigator.browse(part.address()));
        name.setMinWidth(USE_PREF_SIZE);
        Label licence = Boxes.words(part.licence(), "muted", "small");
        HBox.setHgrow(licence, Priority.ALWAYS);
        licence.setMaxWidth(Double.MAX_VALUE);
        licence.getStyleClass().add("licence");
        return Boxes.row(12, name, licence);
    }
}
