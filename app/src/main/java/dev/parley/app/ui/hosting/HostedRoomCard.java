package dev.parley.app.ui.hosting;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.app.ui.widget.Pill;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One room of ours: its people, how busy it is, and what can be done about it.
final class HostedRoomCard extends VBox {

    HostedRoomCard(HostedRoom room, Texts texts, HostingScreens screens) {
        super(12);
        getStyleClass().add("hosted-room");
        Avatar avatar = new Avatar(Avatar.Size.MEDIUM);
        Label name = Boxes.label("", "bold");
        name.textProperty().bind(room.keyProperty().map(k -> k.room().value()));
        FontIcon lock = Icons.of(Feather.LOCK);
        lock.getStyleClass().addAll("small", "faint");
        lock.visibleProperty().bind(room.lockedProperty());
        Pill paused = new Pill(texts.get("hosting.paused-pill"));
        paused.setMinWidth(USE_PREF_SIZE);
        paused.visibleProperty().bind(room.pausedProperty());
        Label facts = Boxes.words("", "muted", "small");
        facts.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get("hosting.room-facts", room.peopleProperty().get(), room.perMinuteProperty().get().getLast()),
                room.peopleProperty(), room.perMinuteProperty()));
        VBox words = Boxes.column(2, Boxes.row(6, name, Panels.collapsing(lock), Panels.collapsing(paused)), facts);
        HBox.setHgrow(words, Priority.ALWAYS);
        RateChart chart = new RateChart(texts);
        FlowPane verbs = new FlowPane(8, 8,
                Panels.button(texts.get("hosting.share"), () -> screens.share(room), "compact"),
                Panels.button(texts.get("hosting.settings"), () -> screens.settings(room), "compact"));
        getChildren().addAll(Boxes.row(12, avatar, words), chart, verbs);
        Shown.during(this, () -> Subscription.combine(
                room.keyProperty().subscribe(k -> avatar.show(k.room().value())),
                room.perMinuteProperty().subscribe(chart::show)));
    }
}
