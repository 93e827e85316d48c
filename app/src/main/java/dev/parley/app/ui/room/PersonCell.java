package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import dev.parley.client.ClientEvent.Presence.State;
import dev.parley.protocol.VisibleText;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A row of the panel of people.
final class PersonCell extends ListCell<PeoplePanel.Line> {

    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

    private final Texts texts;
    private final Avatar face = new Avatar(Avatar.Size.SMALL);
    private final Label name = new Label();
    private final Label note = Boxes.label("", "faint", "small");
    private final Region dot = new Region();
    private final HBox person;
    private final Label section = Boxes.label("", "section");

    PersonCell(Texts texts, BiConsumer<Person, Node> choose) {
        this.texts = texts;
        name.setMinWidth(0);
        note.setMinWidth(Region.USE_PREF_SIZE);
        dot.getStyleClass().add("dot");
        HBox.setHgrow(name, Priority.SOMETIMES);
        person = Boxes.row(10, face, name, note, Boxes.spring(), dot);
        setPrefWidth(0); // as wide as the list, never wider
        addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> {
            if (getItem() instanceof PeoplePanel.One(Person who)) {
                choose.accept(who, this);
            }
        });
    }

    @Override
    protected void updateItem(PeoplePanel.@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeAll("section-cell", "person-cell");
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (line) {
            case PeoplePanel.Section(String words) -> {
                section.setText(words.toUpperCase(texts.locale()));
                getStyleClass().add("section-cell");
                setAccessibleText(words);
                setGraphic(section);
            }
            case PeoplePanel.One(Person who) -> show(who);
        }
    }

    private void show(Person who) {
        String shown = VisibleText.line(who.name().value());
        String presence = who.state().name().toLowerCase(Locale.ROOT);
        face.show(shown);
        name.setText(shown);
        note.setText(who.typing() ? texts.get("room.typing") : who.me() ? texts.get("room.you") : "");
        dot.getStyleClass().removeAll("here", "idle");
        dot.getStyleClass().add(presence);
        String state = texts.get("room.presence." + presence);
        Hint.on(dot, state);
        pseudoClassStateChanged(AWAY, who.state() == State.AWAY);
        getStyleClass().add("person-cell");
        setAccessibleText(texts.get("room.person-spoken", shown, state, note.getText()));
        setGraphic(person);
    }
}
