package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Pill;
import dev.parley.protocol.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who is in the room, by what they are.
final class PeoplePanel extends VBox {

    /// From so many on one wants to search.
    private static final int MANY = 20;

    /// A row of the list.
    sealed interface Line {}

    /// What the people below are.
    record Section(String words) implements Line {}

    /// Somebody.
    record One(Person person) implements Line {}

    private final RoomModel model;
    private final RoomTools tools;
    private final Texts texts;
    private final Runnable write;
    private final TextField filter = new TextField();
    private final ListView<Line> list = new ListView<>();
    private final ContextMenu menu = new ContextMenu();
    private boolean stale = true;

    PeoplePanel(RoomModel model, RoomTools tools, Runnable write) {
        this.model = model;
        this.tools = tools;
        this.texts = tools.texts();
        this.write = write;
        getStyleClass().add("room-people");
        Pill count = new Pill("");
        model.people().countProperty().subscribe(n -> count.setText(String.valueOf(n)));
        HBox head = Boxes.row(8, Boxes.label(texts.get("room.people"), "bold"), count);
        head.getStyleClass().add("room-people-head");
        filter.setPromptText(texts.get("room.people-filter"));
        filter.setAccessibleText(texts.get("room.people-filter"));
        filter.getStyleClass().add("compact");
        filter.textProperty().subscribe(this::changed);
        list.getStyleClass().add("plain-list");
        list.setAccessibleText(texts.get("room.people"));
        list.setCellFactory(_ -> new PersonCell(texts, this::choose));
        list.setFocusTraversable(true);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        getChildren().setAll(head, filter, list);
        model.people().sorted().subscribe(this::changed);
        rebuild();
    }

    private void changed() {
        stale = true;
        requestLayout();
    }

    /// Many changes of one moment are shown at once.
    @Override
    protected void layoutChildren() {
        if (stale) {
            rebuild();
        }
        super.layoutChildren();
    }

    private void rebuild() {
        stale = false;
        List<Person> all = model.people().sorted();
        boolean many = all.size() > MANY;
        filter.setVisible(many);
        filter.setManaged(many);
        String wanted = many ? filter.getText().strip().toLowerCase(Locale.ROOT) : "";
        List<Line> lines = new ArrayList<>();
        Person.Role section = null;
        for (Person person : all) {
            if (!person.name().value().toLowerCase(Locale.ROOT).contains(wanted)) {
                continue;
            }
            if (person.role() != section) {
                section = person.role();
                lines.add(new Section(texts.get("room.role." + section.name().toLowerCase(Locale.ROOT))));
            }
            lines.add(new One(person));
        }
        if (!list.getItems().equals(lines)) {
            list.getItems().setAll(lines);
        }
    }

    private void key(KeyEvent event) {
        int at = list.getFocusModel().getFocusedIndex();
        boolean opens = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.CONTEXT_MENU;
        if (opens && at >= 0 && at < list.getItems().size() && list.getItems().get(at) instanceof One(Person person)) {
            choose(person, cellAt(at).orElse(list));
            event.consume();
        }
    }

    private Optional<Node> cellAt(int index) {
        return list.lookupAll(".list-cell").stream()
                .filter(n -> n instanceof PersonCell cell && cell.getIndex() == index).findFirst();
    }

    private void choose(Person person, Node at) {
        if (person.me()) {
            return;
        }
        String name = VisibleText.line(person.name().value());
        menu.getItems().setAll(
                item(texts.get("room.mention", name), () -> {
                    model.mention(person.name());
                    write.run();
                }),
                item(texts.get("room.whisper", name), () -> {
                    model.whisperToProperty().set(Optional.of(person.name()));
                    write.run();
                }));
        if (model.own()) {
            menu.getItems().addAll(new SeparatorMenuItem(),
                    item(texts.get("room.remove", name), () -> tools.own().remove(model.keyProperty().get(), person.name(), false)),
                    item(texts.get("room.ban", name), () -> tools.own().remove(model.keyProperty().get(), person.name(), true)));
        }
        menu.show(at, Side.BOTTOM, 8, 0);
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
