package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import dev.parley.app.ui.widget.Icons;
import dev.parley.protocol.VisibleText;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One quiet line: where the host is, how busy it is, and which way messages go.
final class StatusBar extends HBox {

    /// In em: below that, how busy the room is has no place.
    private static final double NARROW = 46;

    private final RoomModel model;
    private final RoomTools tools;
    private final Texts texts;
    private final Region dot = new Region();
    private final Label place = Boxes.label("", "muted");
    private final Label busy = Boxes.label("", "muted");
    private final Label way = Boxes.label("", "muted");

    StatusBar(RoomModel model, RoomTools tools) {
        this.model = model;
        this.tools = tools;
        this.texts = tools.texts();
        getStyleClass().add("room-bar");
        setAlignment(Pos.CENTER_LEFT);
        dot.getStyleClass().addAll("dot", "tiny");
        FontIcon sealed = Icons.of(Feather.SHIELD);
        sealed.getStyleClass().addAll("tiny");
        way.setGraphic(sealed);
        way.setMinWidth(USE_PREF_SIZE);
        place.setMinWidth(0);
        busy.setMinWidth(0);
        HBox where = Boxes.row(7, dot, place);
        where.setMinWidth(0);
        HBox.setHgrow(busy, Priority.SOMETIMES);
        getChildren().setAll(where, busy, Boxes.spring(), way);
        widthProperty().subscribe(_ -> show());
        model.statusProperty().subscribe(_ -> show());
        model.perMinuteProperty().subscribe(_ -> show());
        model.people().countProperty().subscribe(_ -> show());
    }

    private void show() {
        Status status = model.statusProperty().get();
        boolean well = status instanceof Status.Online;
        dot.getStyleClass().removeAll("here", "idle");
        if (well) {
            dot.getStyleClass().add("here");
        } else if (!(status instanceof Status.Offline)) {
            dot.getStyleClass().add("idle");
        }
        place.setText(where(status));
        int minute = model.perMinuteProperty().get();
        busy.setText(texts.get("room.busy", model.people().countProperty().get(), minute));
        boolean wide = getWidth() > NARROW * way.getFont().getSize();
        busy.setVisible(well && wide);
        busy.setManaged(wide);
        way.setVisible(well);
        if (status instanceof Status.Online(boolean datagrams)) {
            way.setText(texts.get(datagrams ? "room.way-udp" : "room.way-tcp"));
            Hint.on(way, texts.get(datagrams ? "room.way-udp-words" : "room.way-tcp-words"));
        }
    }

    private String where(Status status) {
        return switch (status) {
            case Status.Offline _ -> texts.get("room.bar-offline");
            case Status.CatchingUp _ -> texts.get("room.bar-catching-up");
            case Status.Idle _ -> texts.get("room.bar-idle");
            case Status.ReadOnly _ -> texts.get("room.bar-read-only");
            case Status.Online _ when model.own() -> hosting(tools.own().place(model.keyProperty().get()));
            case Status.Online _ -> connected(VisibleText.line(model.hostName()));
        };
    }

    private String hosting(String address) {
        return address.isEmpty() ? texts.get("room.bar-hosting") : texts.get("room.bar-hosting-on", address);
    }

    private String connected(String host) {
        return host.isEmpty() ? texts.get("room.bar-connected", model.address())
                : texts.get("room.bar-hosted-by", host, model.address());
    }
}
