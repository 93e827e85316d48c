package dev.parley.app.ui.rooms;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.room.RoomModel;
import dev.parley.app.ui.room.RoomTools;
import dev.parley.app.ui.room.RoomView;
import dev.parley.app.ui.room.RoomsModel;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The page with all rooms: the list at the side, the chosen one beside it. In a narrow window the list lies over the
/// room when it is asked for.
public final class RoomsView extends StackPane {

    /// In em: below that there is no place for the list.
    private static final double NARROW = 50;
    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.PAGE_DOWN, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PREVIOUS = new KeyCodeCombination(KeyCode.PAGE_UP, KeyCombination.SHORTCUT_DOWN);

    private final RoomsModel rooms;
    private final RoomTools tools;
    private final RoomsSidebar sidebar;
    private final StackPane place = new StackPane();
    private final HBox beside = new HBox();
    private final Region shade = new Region();
    private final Label probe = new Label();
    private final Map<RoomModel, RoomView> views = new HashMap<>();
    private Optional<Node> other = Optional.empty();
    private boolean narrow;
    private boolean open;

    /// @param settings the person; followed as it changes
    public RoomsView(RoomTools tools, ReadOnlyObjectProperty<Settings> settings) {
        this.rooms = tools.rooms();
        this.tools = tools;
        this.sidebar = new RoomsSidebar(tools, settings, this::chosen);
        getStyleClass().add("rooms");
        place.setMinWidth(0);
        HBox.setHgrow(place, Priority.ALWAYS);
        shade.getStyleClass().add("rooms-shade");
        shade.setOnMousePressed(_ -> show(false));
        probe.setManaged(false);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(probe, beside);
        rooms.rooms().addListener((ListChangeListener<RoomModel>) _ -> forgetOthers());
        rooms.shownProperty().subscribe(this::show);
        widthProperty().subscribe(_ -> arrange());
        probe.fontProperty().subscribe(_ -> arrange()); // another text size is another width in letters
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        arrange();
    }

    private void forgetOthers() {
        views.entrySet().removeIf(e -> {
            boolean gone = !rooms.rooms().contains(e.getKey());
            if (gone) {
                e.getValue().close();
            }
            return gone;
        });
    }

    /// Shows another page in the place of the room; empty for the room again.
    public void instead(Optional<Node> page) {
        other = page;
        rooms.visibleProperty().set(page.isEmpty());
        show(rooms.shownProperty().get());
    }

    private Node framed(Node page) {
        if (!narrow) {
            return page;
        }
        HBox head = Boxes.row(6, Icons.button(Feather.MENU, tools.texts().get("room.rooms"), () -> show(true)),
                Boxes.label(tools.texts().get("room.rooms"), "bold"));
        head.getStyleClass().add("rooms-other-head");
        VBox.setVgrow(page, Priority.ALWAYS);
        return Boxes.column(0, head, page);
    }

    private void show(Optional<RoomModel> room) {
        if (other.isPresent()) {
            place.getChildren().setAll(framed(other.get()));
            return;
        }
        if (room.isEmpty()) {
            place.getChildren().setAll(Boxes.words(tools.texts().get("room.none"), "muted"));
            return;
        }
        RoomView view = views.computeIfAbsent(room.get(), r -> new RoomView(r, tools));
        view.menu(menu());
        place.getChildren().setAll(view);
    }

    private Optional<Runnable> menu() {
        return narrow ? Optional.of(() -> show(true)) : Optional.empty();
    }

    private Optional<RoomView> current() {
        return rooms.shownProperty().get().map(views::get);
    }

    /// The person goes to the room that is shown: the list makes way, and one can write.
    private void chosen() {
        if (other.isPresent()) {
            rooms.shownProperty().get().ifPresent(r -> tools.navigator().room(r.keyProperty().get()));
        }
        show(false);
        current().ifPresent(RoomView::write);
    }

    private void show(boolean list) {
        open = list;
        arrange();
        if (list) {
            sidebar.search();
        }
    }

    private void arrange() {
        boolean wasNarrow = narrow;
        narrow = getWidth() > 0 && getWidth() < NARROW * probe.getFont().getSize();
        current().ifPresent(v -> v.menu(menu()));
        if (narrow != wasNarrow && other.isPresent()) {
            place.getChildren().setAll(framed(other.get()));
        }
        if (!narrow) {
            open = false;
            getChildren().setAll(probe, beside);
            beside.getChildren().setAll(sidebar, place);
        } else if (open) {
            beside.getChildren().setAll(place);
            getChildren().setAll(probe, beside, shade, sidebar);
            sidebar.setMaxWidth(USE_PREF_SIZE);
        } else {
            getChildren().setAll(probe, beside);
            beside.getChildren().setAll(place);
        }
    }

    private void key(KeyEvent event) {
        if (SEARCH.match(event)) {
            if (narrow) {
                show(true);
            } else {
                sidebar.search();
            }
        } else if (NEXT.match(event)) {
            rooms.step(1);
            chosen();
        } else if (PREVIOUS.match(event)) {
            rooms.step(-1);
            chosen();
        } else if (event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown() && digit(event.getCode()) > 0) {
            rooms.showAt(digit(event.getCode()) - 1);
            chosen();
        } else if (open && event.getCode() == KeyCode.ESCAPE) {
            chosen();
        } else {
            return;
        }
        event.consume();
    }

    /// 1 to 9, or 0 for another key.
    private static int digit(KeyCode code) {
        return code.isDigitKey() ? code.getCode() - KeyCode.DIGIT0.getCode() : 0;
    }

    /// Puts the caret where one writes.
    public void write() {
        current().ifPresent(RoomView::write);
    }
}
