package dev.parley.app.ui.hosting;

import dev.parley.app.Texts;
import dev.parley.app.session.HostPlace;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What our host does at the moment: where it is reached, how many people are there, how busy each room is; and the way to
/// stop.
public final class HostPanelView extends VBox {

    private static final Duration LOOK_AROUND = Duration.seconds(5);

    private final HostModel host;
    private final HostState state;
    private final Texts texts;
    private final HostingScreens screens;
    private final VBox rooms = Boxes.column(16);

    HostPanelView(HostModel host, Texts texts, HostingScreens screens, Runnable close) {
        this.host = host;
        this.state = host.state();
        this.texts = texts;
        this.screens = screens;
        getStyleClass().addAll("hosting-panel", "host-panel");
        VBox body = Boxes.column(18, trouble(), notice(), rooms);
        body.getStyleClass().add("hosting-body");
        HBox stop = Boxes.row(10, Boxes.spring(), Panels.button(texts.get("hosting.stop"), screens::stop, "danger"));
        stop.getStyleClass().add("hosting-foot");
        stop.visibleProperty().bind(state.runningProperty());
        getChildren().addAll(Panels.header(Boxes.label(texts.get("hosting.panel"), "title"), texts.get("hosting.close"), close),
                where(), Panels.scroll(body), Panels.collapsing(stop));
        Shown.onEscape(this, close);
        Shown.during(this, this::begin);
    }

    private Subscription begin() {
        ListChangeListener<HostedRoom> changed = _ -> showRooms();
        state.rooms().addListener(changed);
        showRooms();
        Timeline clock = new Timeline(new KeyFrame(LOOK_AROUND, _ -> host.lookAround()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        return () -> {
            clock.stop();
            state.rooms().removeListener(changed);
        };
    }

    private VBox where() {
        Label on = Boxes.words("", "bold");
        on.textProperty().bind(Bindings.createStringBinding(
                () -> state.runningProperty().get()
                        ? texts.get("hosting.on", state.peopleProperty().get(), state.portProperty().get())
                        : texts.get("hosting.off"),
                state.runningProperty(), state.peopleProperty(), state.portProperty()));
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        Shown.during(dot, () -> state.runningProperty().subscribe(running -> {
            dot.getStyleClass().remove("here");
            if (running) {
                dot.getStyleClass().add("here");
            }
        }));
        Label addresses = Boxes.words("", "muted", "small");
        addresses.textProperty().bind(Bindings.createStringBinding(
                () -> state.places().stream().map(HostPlace::shown).collect(Collectors.joining("\n")), state.places()));
        HBox.setHgrow(on, Priority.ALWAYS);
        return Boxes.column(4, Boxes.row(9, dot, on), addresses);
    }

    private HBox trouble() {
        Label words = new Label();
        words.textProperty().bind(state.troubleProperty());
        HBox banner = Panels.remark(Feather.ALERT_TRIANGLE, words, "banner", "error");
        banner.visibleProperty().bind(state.troubleProperty().isNotEmpty());
        return Panels.collapsing(banner);
    }

    private HBox notice() {
        Label words = new Label();
        words.textProperty().bind(state.noticeProperty());
        HBox banner = Panels.remark(Feather.INFO, words, "banner", "warn");
        banner.getChildren().add(Icons.button(Feather.X, texts.get("hosting.understood"), host::noticed));
        banner.visibleProperty().bind(state.noticeProperty().isNotEmpty());
        return Panels.collapsing(banner);
    }

    private void showRooms() {
        if (state.rooms().isEmpty()) {
            rooms.getChildren().setAll(Boxes.words(texts.get("hosting.nothing"), "muted"));
            return;
        }
        rooms.getChildren().setAll(state.rooms().stream().map(r -> new HostedRoomCard(r, texts, screens)).toList());
    }
}
