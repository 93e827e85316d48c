package dev.parley.app.ui.hosting;

import dev.parley.app.Texts;
import dev.parley.app.session.HostPlace;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.app.ui.widget.Toggles;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Everything that people need to come into a room: QR code, link, addresses, whether there is a password, and the words
/// that prove this host.
public final class ShareView extends VBox {

    private static final Duration CONFIRMATION = Duration.seconds(2.5);

    private final ShareModel model;
    private final Texts texts;
    private final VBox places = Boxes.column(2);
    private Subscription choosing = Subscription.EMPTY;

    /// @param showLarge opens the view for a projector
    /// @param close takes this panel away
    public ShareView(ShareModel model, Texts texts, Runnable showLarge, Runnable close) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("hosting-panel", "share");
        Label title = Boxes.label("", "title");
        title.textProperty().bind(model.room().keyProperty().map(k -> texts.get("hosting.share-title", k.room())));
        VBox body = Boxes.column(22,
                Boxes.words(texts.get("hosting.share-intro"), "muted"), code(showLarge), link(), addresses(), password(), words());
        body.getStyleClass().add("hosting-body");
        getChildren().addAll(Panels.header(title, texts.get("hosting.close"), close), Panels.scroll(body));
        Shown.onEscape(this, close);
        Shown.during(this, () -> {
            ListChangeListener<HostPlace> changed = _ -> showPlaces();
            model.places().addListener(changed);
            Subscription following = model.follow();
            showPlaces();
            return Subscription.combine(following, () -> model.places().removeListener(changed), () -> choosing.unsubscribe());
        });
    }

    private VBox code(Runnable showLarge) {
        QrCode code = new QrCode();
        code.getStyleClass().add("share-code");
        Shown.during(code, () -> model.linkProperty().subscribe(
                link -> code.show(link, texts.get("hosting.qr-spoken", model.room().name()))));
        Button large = Panels.button(texts.get("hosting.show-large"), showLarge);
        large.setGraphic(Icons.of(Feather.MAXIMIZE_2));
        VBox box = Boxes.column(12, code, large);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private VBox link() {
        TextField field = new TextField();
        field.setEditable(false);
        field.setAccessibleText(texts.get("hosting.link"));
        field.textProperty().bind(model.linkProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button copy = copyButton("hosting.copy-link", model::copyLink);
        copy.getStyleClass().add("primary");
        return Boxes.column(6, Boxes.label(texts.get("hosting.link"), "field-name"), Boxes.row(8, field, copy));
    }

    /// Says for a moment that it is done.
    private Button copyButton(String key, Runnable action) {
        Button copy = Panels.button(texts.get(key), () -> {});
        copy.setGraphic(Icons.of(Feather.COPY));
        PauseTransition back = new PauseTransition(CONFIRMATION);
        back.setOnFinished(_ -> {
            copy.setText(texts.get(key));
            copy.setGraphic(Icons.of(Feather.COPY));
        });
        copy.setOnAction(_ -> {
            action.run();
            copy.setText(texts.get("hosting.copied"));
            copy.setGraphic(Icons.of(Feather.CHECK));
            back.playFromStart();
        });
        Shown.during(copy, () -> back::stop);
        return copy;
    }

    private VBox addresses() {
        return Boxes.column(6, Boxes.label(texts.get("hosting.addresses"), "field-name"),
                Boxes.words(texts.get("hosting.addresses-hint"), "muted", "small"), places);
    }

    private void showPlaces() {
        boolean several = model.places().size() > 1;
        ToggleGroup group = new ToggleGroup();
        places.getChildren().setAll(model.places().stream().map(p -> place(p, several, group)).toList());
        choosing.unsubscribe();
        choosing = Toggles.choose(group, model.chosenProperty(), place -> place.ifPresent(model::choose));
    }

    private HBox place(HostPlace place, boolean several, ToggleGroup group) {
        Label network = Boxes.words(network(place), "muted", "small");
        network.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(network, Priority.ALWAYS);
        if (!several) {
            Label address = Boxes.label(place.shown(), "bold");
            address.setMinWidth(Region.USE_PREF_SIZE);
            return row(Boxes.row(10, address, network, copyButton("hosting.copy", model::copyAddress)));
        }
        RadioButton choice = new RadioButton(place.shown());
        choice.setToggleGroup(group);
        choice.setUserData(Optional.of(place));
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setAccessibleText(texts.get("hosting.address-spoken", place.shown(), network(place)));
        return row(Boxes.row(10, choice, network));
    }

    private static HBox row(HBox row) {
        row.getStyleClass().add("share-place");
        return row;
    }

    private String network(HostPlace place) {
        return switch (place.kind()) {
            case LAN -> place.network();
            case VIRTUAL -> texts.get("hosting.network-virtual", place.network());
            case VPN -> texts.get("hosting.network-vpn", place.network());
            case LOOPBACK -> texts.get("hosting.network-loopback");
        };
    }

    private HBox password() {
        Label words = new Label();
        words.textProperty().bind(model.lockedProperty().map(
                locked -> texts.get(locked ? "hosting.password-needed" : "hosting.password-none")));
        return Panels.remark(Feather.KEY, words, "banner");
    }

    private VBox words() {
        return Boxes.column(8, Boxes.label(texts.get("hosting.words"), "field-name"),
                Boxes.words(texts.get("hosting.words-hint"), "muted", "small"), new HostWords(model.words()));
    }
}
