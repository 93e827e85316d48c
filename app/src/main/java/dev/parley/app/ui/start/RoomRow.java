package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import dev.parley.app.ui.widget.Icons;
import dev.parley.app.ui.widget.Pill;
import dev.parley.client.KnownHosts;
import dev.parley.discovery.SightedRoom;
import dev.parley.protocol.VisibleText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One room of a list: face, name, marks, a line about it, and what can be done with it.
final class RoomRow extends HBox {

    private final Avatar face;
    private final Label name = Boxes.label("", "bold");
    private final HBox title = Boxes.row(6);
    private final Label about = Boxes.label("", "small", "muted");
    private final Button action = new Button();

    RoomRow(Avatar.Size size) {
        super(12);
        face = new Avatar(size);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("room-row");
        name.setMinWidth(0);
        about.setMinWidth(0);
        VBox words = Boxes.column(1, title, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        action.getStyleClass().add("compact");
        action.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(face, words, action);
    }

    /// A room in sight.
    void show(NearRoom room, Texts texts) {
        SightedRoom seen = room.seen();
        String called = VisibleText.line(seen.room().value());
        show(called, about(seen, texts));
        if (seen.locked()) {
            lock(texts);
        }
        if (room.own()) {
            pill(new Pill(texts.get("start.yours")).strong(), "");
        } else if (room.standing() == KnownHosts.Standing.CHANGED) {
            Pill pill = new Pill(texts.get("start.changed"));
            pill.getStyleClass().add("warn");
            pill(pill, texts.get("start.changed-hint"));
        } else if (room.standing() == KnownHosts.Standing.KNOWN) {
            pill(new Pill(texts.get("start.known")), texts.get("start.known-hint"));
        }
        strong(room.inside() || room.standing() == KnownHosts.Standing.KNOWN);
        name(room.inside() ? texts.get("start.back-to") : texts.get("start.join"),
                texts.get(room.inside() ? "start.back-to-room" : "start.join-room", called));
        setAccessibleText(texts.get(seen.locked() ? "start.near-spoken-locked" : "start.near-spoken", called, about.getText()));
    }

    static String about(SightedRoom seen, Texts texts) {
        return texts.get(seen.locked() ? "start.near-locked" : "start.near-open",
                Shown.name(seen.host().value()), seen.members());
    }

    void show(String called, String line) {
        face.show(called);
        name.setText(called);
        Hint.on(name, called);
        about.setText(line);
        title.getChildren().setAll(name);
    }

    /// It takes a password.
    void lock(Texts texts) {
        Node icon = Icons.of(Feather.LOCK);
        icon.getStyleClass().addAll("small", "faint");
        Hint.on(icon, texts.get("start.locked"));
        title.getChildren().add(icon);
    }

    private void pill(Pill pill, String hint) {
        pill.setMinWidth(Region.USE_PREF_SIZE);
        if (!hint.isEmpty()) {
            Hint.on(pill, hint);
        }
        title.getChildren().add(pill);
    }

    void strong(boolean on) {
        action.getStyleClass().remove("primary");
        if (on) {
            action.getStyleClass().add("primary");
        }
    }

    /// @param spoken with the room in it, because it is read alone
    void name(String words, String spoken) {
        action.setText(words);
        action.setAccessibleText(spoken);
    }

    Button action() {
        return action;
    }
}
