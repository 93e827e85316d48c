package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Says what is wrong and what follows; not there while all is well.
final class StatusStrip extends HBox {

    private final Texts texts;
    private final Label words = Boxes.words("", "small");
    private String look = "";

    StatusStrip(RoomModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().add("room-strip");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(words, Priority.ALWAYS);
        model.statusProperty().subscribe(this::show);
    }

    private void show(Status status) {
        switch (status) {
            case Status.Online _, Status.CatchingUp _ -> {
                setVisible(false);
                setManaged(false);
            }
            case Status.Offline(_, int seconds) when seconds > 0 ->
                show(Feather.WIFI_OFF, "warn", texts.get("room.offline", seconds));
            case Status.Offline _ -> show(Feather.WIFI_OFF, "warn", texts.get("room.connecting"));
            case Status.ReadOnly(String why) -> show(Feather.ALERT_TRIANGLE, "error", texts.get("room.read-only", why));
            case Status.Idle _ -> show(Feather.COFFEE, "quiet", texts.get("room.idle"));
        }
    }

    private void show(Ikon icon, String how, String text) {
        getStyleClass().remove(look);
        look = how;
        getStyleClass().add(look);
        words.setText(text);
        setAccessibleText(text);
        getChildren().setAll(Icons.of(icon), words);
        setVisible(true);
        setManaged(true);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
