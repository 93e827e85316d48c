package dev.parley.app.ui.rooms;

import dev.parley.app.Texts;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.room.RoomModel;
import dev.parley.app.ui.room.RoomTools;
import dev.parley.app.ui.room.RoomsModel;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.app.ui.widget.Logo;
import dev.parley.protocol.VisibleText;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The rooms that we are in, and ourselves.
public final class RoomsSidebar extends VBox {

    private final RoomsModel rooms;
    private final RoomTools tools;
    private final Texts texts;
    private final Runnable chosen;
    private final TextField filter = new TextField();
    private final FilteredList<RoomModel> found;
    private final ListView<RoomModel> list;
    private final Label nothing;
    private boolean following;

    /// @param settings the person; followed as it changes
    /// @param chosen called when the person has decided for a room and goes to it
    public RoomsSidebar(RoomTools tools, ReadOnlyObjectProperty<Settings> settings, Runnable chosen) {
        this.rooms = tools.rooms();
        this.tools = tools;
        this.texts = tools.texts();
        this.chosen = chosen;
        this.found = new FilteredList<>(rooms.rooms());
        this.list = new ListView<>(found);
        this.nothing = Boxes.words(texts.get("room.filter-none"), "muted", "small");
        getStyleClass().add("rooms-side");
        list.getStyleClass().add("plain-list");
        list.setAccessibleText(texts.get("room.rooms"));
        list.setCellFactory(_ -> new RoomCell(tools, chosen));
        VBox.setVgrow(list, Priority.ALWAYS);
        nothing.getStyleClass().add("rooms-nothing");
        getChildren().setAll(head(), field(), Boxes.label(texts.get("room.rooms").toUpperCase(texts.locale()), "section", "rooms-section"),
                nothing, list, me(settings));
        found.addListener((ListChangeListener<RoomModel>) _ -> followShown());
        rooms.shownProperty().subscribe(_ -> followShown());
        list.getSelectionModel().selectedItemProperty().subscribe((_, now) -> {
            if (now != null && !following) {
                rooms.show(now);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                chosen.run();
                e.consume();
            }
        });
        followShown();
    }

    private HBox head() {
        HBox head = Boxes.row(4, new Logo(), Boxes.spring(),
                Icons.button(Feather.PLUS, texts.get("room.add"), tools.navigator()::start));
        head.getStyleClass().add("rooms-head");
        return head;
    }

    private StackPane field() {
        filter.setPromptText(texts.get("room.filter"));
        filter.setAccessibleText(texts.get("room.filter"));
        filter.getStyleClass().add("rooms-filter");
        filter.textProperty().subscribe(this::narrow);
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInField);
        var glass = Icons.of(Feather.SEARCH);
        glass.getStyleClass().addAll("small", "faint");
        Label keys = Boxes.label(texts.get("room.filter-keys"), "faint", "small");
        keys.setMouseTransparent(true);
        keys.visibleProperty().bind(filter.textProperty().isEmpty());
        HBox over = Boxes.row(0, glass, Boxes.spring(), keys);
        over.getStyleClass().add("rooms-filter-over");
        over.setMouseTransparent(true);
        return new StackPane(filter, over);
    }

    private void narrow(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        following = true;
        found.setPredicate(r -> r.nameProperty().get().toLowerCase(Locale.ROOT).contains(wanted));
        following = false;
        boolean empty = found.isEmpty() && !wanted.isEmpty();
        nothing.setVisible(empty);
        nothing.setManaged(empty);
        followShown();
    }

    private void keyInField(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                filter.clear();
                chosen.run();
                event.consume();
            }
            case ENTER -> {
                if (!found.isEmpty()) {
                    rooms.show(found.getFirst());
                    filter.clear();
                    chosen.run();
                }
                event.consume();
            }
            case DOWN -> {
                list.requestFocus();
                if (list.getSelectionModel().isEmpty()) {
                    list.getSelectionModel().selectFirst();
                }
                event.consume();
            }
            default -> {}
        }
    }

    private void followShown() {
        following = true;
        rooms.shownProperty().get().filter(found::contains).ifPresentOrElse(
                list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        following = false;
    }

    private HBox me(ReadOnlyObjectProperty<Settings> settings) {
        Avatar face = new Avatar(Avatar.Size.SMALL);
        Label name = Boxes.label("", "bold");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.SOMETIMES);
        settings.subscribe(now -> {
            String shown = VisibleText.line(now.name().orElse(""));
            name.setText(shown);
            face.show(now);
        });
        Button gear = Icons.button(Feather.SETTINGS, texts.get("room.my-settings"), tools.navigator()::settings);
        HBox me = Boxes.row(10, face, name, Boxes.spring(), gear);
        me.getStyleClass().add("rooms-me");
        return me;
    }

    /// Ready to type the name of a room.
    public void search() {
        filter.requestFocus();
        filter.selectAll();
    }
}
