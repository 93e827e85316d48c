package dev.parley.app.ui.rooms;

import dev.parley.app.Texts;
import dev.parley.app.ui.room.RoomModel;
import dev.parley.app.ui.room.RoomTools;
import dev.parley.app.ui.room.Status;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.app.ui.widget.Pill;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A room in the list: its face, what is new, and how it stands.
final class RoomCell extends ListCell<RoomModel> {

    private static final PseudoClass NEWS = PseudoClass.getPseudoClass("news");
    private static final int MOST = 99;

    private final Texts texts;
    private final RoomTools tools;
    private final Avatar face = new Avatar(Avatar.Size.SMALL);
    private final Label name = new Label();
    private final Label badge = Boxes.label("", "badge");
    private final Label muted = Boxes.label("", "faint", "small");
    private final Pill host;
    private final FontIcon offline = Icons.of(Feather.WIFI_OFF);
    private final FontIcon over = Icons.of(Feather.ALERT_CIRCLE);
    private final HBox row;
    private Subscription following = Subscription.EMPTY;

    /// @param chosen called when the room is clicked
    RoomCell(RoomTools tools, Runnable chosen) {
        this.tools = tools;
        this.texts = tools.texts();
        this.host = new Pill(texts.get("room.host")).strong();
        muted.setText(texts.get("room.muted"));
        offline.getStyleClass().addAll("small", "warning");
        over.getStyleClass().addAll("small", "faint");
        name.setMinWidth(0);
        List.of(badge, muted, host).forEach(l -> l.setMinWidth(Region.USE_PREF_SIZE));
        HBox.setHgrow(name, Priority.SOMETIMES);
        row = Boxes.row(10, face, name, Boxes.spring(), over, offline, muted, host, badge);
        getStyleClass().add("room-cell");
        setPrefWidth(0);
        setContextMenu(null);
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (getItem() != null && e.getButton() == MouseButton.PRIMARY) {
                chosen.run();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable RoomModel room, boolean empty) {
        super.updateItem(room, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        setText(null);
        if (empty || room == null) {
            setGraphic(null);
            setContextMenu(null);
            setAccessibleText(null);
            return;
        }
        following = Subscription.combine(
                room.nameProperty().subscribe(() -> show(room)),
                room.unreadProperty().subscribe(() -> show(room)),
                room.mutedProperty().subscribe(() -> show(room)),
                room.statusProperty().subscribe(() -> show(room)),
                room.endingProperty().subscribe(() -> show(room)));
        show(room);
        setContextMenu(menu(room));
        setGraphic(row);
    }

    private void show(RoomModel room) {
        String shown = room.nameProperty().get();
        int unread = room.unreadProperty().get();
        boolean quiet = room.mutedProperty().get();
        boolean ended = room.endingProperty().get().isPresent();
        boolean away = !ended && room.statusProperty().get() instanceof Status.Offline;
        face.show(shown);
        name.setText(shown);
        badge.setText(unread > MOST ? texts.get("room.many") : String.valueOf(unread));
        only(badge, unread > 0 && !quiet && !ended);
        only(muted, quiet && !ended);
        only(host, room.own() && !quiet && unread == 0 && !ended);
        only(offline, away);
        only(over, ended);
        pseudoClassStateChanged(NEWS, unread > 0 && !quiet);
        setAccessibleText(spoken(room, unread, quiet, away, ended));
    }

    private static void only(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private String spoken(RoomModel room, int unread, boolean quiet, boolean away, boolean ended) {
        List<String> parts = new ArrayList<>(List.of(room.nameProperty().get()));
        if (unread > 0) {
            parts.add(texts.get("room.unread", unread));
        }
        if (quiet) {
            parts.add(texts.get("room.muted"));
        }
        if (room.own()) {
            parts.add(texts.get("room.your-room"));
        }
        if (away || ended) {
            parts.add(texts.get(ended ? "room.over" : "room.bar-offline"));
        }
        return String.join(", ", parts);
    }

    private ContextMenu menu(RoomModel room) {
        CheckMenuItem mute = new CheckMenuItem(texts.get("room.mute"));
        mute.selectedProperty().bindBidirectional(room.mutedProperty());
        ContextMenu menu = new ContextMenu(mute);
        if (room.own()) {
            menu.getItems().addAll(item("room.share-item", () -> tools.own().share(room.keyProperty().get())),
                    item("room.settings", () -> tools.own().settings(room.keyProperty().get())),
                    new SeparatorMenuItem(), item("room.stop", () -> tools.own().stop(room.keyProperty().get())));
        } else {
            room.invite().ifPresent(link -> menu.getItems().add(item("room.copy-invite", () -> {
                tools.copy().accept(link);
                tools.navigator().say(texts.get("room.invite-copied"));
            })));
            menu.getItems().addAll(new SeparatorMenuItem(), item("room.leave", () -> tools.leave(room)));
        }
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
