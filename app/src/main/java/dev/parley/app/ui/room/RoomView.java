package dev.parley.app.ui.room;

import dev.parley.app.ui.messages.Actions;
import dev.parley.app.ui.messages.MessagesView;
import dev.parley.app.ui.messages.composer.ComposerView;
import dev.parley.protocol.MessageId;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A room: what is said, who is there, and where it stands with the host.
public final class RoomView extends BorderPane {

    /// In em: below that the people are shown only when asked for.
    private static final double NARROW = 64;
    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final RoomModel model;
    private final RoomTools tools;
    private final RoomHeader header;
    private final PeoplePanel people;
    private final SearchPanel search;
    private final MessagesView messages;
    private final ComposerView composer;
    private final VBox talk = new VBox();
    private final StatusStrip strip;
    private final WhisperChip whisper;
    private boolean peopleWanted = true;
    private boolean narrow;

    public RoomView(RoomModel model, RoomTools tools) {
        this.model = model;
        this.tools = tools;
        this.header = new RoomHeader(model, tools, this::toggleSearch, this::togglePeople);
        this.people = new PeoplePanel(model, tools, this::write);
        this.search = new SearchPanel(model, tools.texts(), this::closeSearch);
        this.messages = new MessagesView(model.messages(), actions(), tools.emoji(), tools.texts());
        this.composer = new ComposerView(model.composer(), tools.emoji(), tools.texts());
        this.strip = new StatusStrip(model, tools.texts());
        this.whisper = new WhisperChip(model, tools.texts(), this::write);
        getStyleClass().add("room");
        messages.getStyleClass().add("room-messages");
        VBox.setVgrow(messages, Priority.ALWAYS);
        messages.setMinHeight(0);
        VBox writing = new VBox(whisper, composer);
        VBox.setMargin(whisper, new Insets(4, 20, 0, 20));
        talk.getChildren().setAll(header, strip, messages, writing, new StatusBar(model, tools));
        talk.setMinWidth(0);
        setCenter(talk);
        model.endingProperty().subscribe(this::ended);
        widthProperty().subscribe(_ -> arrange());
        header.emProperty().subscribe(_ -> arrange());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        arrange();
    }

    private Actions actions() {
        return new Actions() {
            @Override
            public void browse(String address) {
                tools.navigator().browse(address);
            }

            @Override
            public void follow(String invite) {
                tools.follow().accept(invite);
            }

            @Override
            public void sendAgain(MessageId refused, String text) {
                model.sendAgain(text);
            }
        };
    }

    private void key(KeyEvent event) {
        if (SEARCH.match(event)) {
            toggleSearch();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && getRight() == search) {
            closeSearch();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && model.whisperToProperty().get().isPresent()) {
            model.whisperToProperty().set(Optional.empty());
            event.consume();
        }
    }

    private void ended(Optional<Ending> ending) {
        if (ending.isPresent()) {
            VBox page = new VBox(header, new EndingPage(model, ending.get(), tools));
            VBox.setVgrow(page.getChildren().getLast(), Priority.ALWAYS);
            header.over();
            setCenter(page);
            arrange();
        }
    }

    private boolean over() {
        return model.endingProperty().get().isPresent();
    }

    /// What stands at the right: the search while it is open, else the people where there is room for them.
    private void arrange() {
        boolean wasNarrow = narrow;
        narrow = getWidth() < NARROW * header.emProperty().getValue();
        if (narrow != wasNarrow) {
            peopleWanted = !narrow;
        }
        if (over()) {
            setRight(null);
        } else if (getRight() != search) {
            setRight(peopleWanted ? people : null);
        }
        header.peopleShown(getRight() == people);
    }

    private void togglePeople() {
        peopleWanted = getRight() != people;
        setRight(peopleWanted ? people : null);
        header.peopleShown(peopleWanted);
    }

    private void toggleSearch() {
        if (getRight() == search) {
            closeSearch();
        } else if (!over()) {
            setRight(search);
            header.peopleShown(false);
            search.begin();
        }
    }

    private void closeSearch() {
        setRight(null);
        arrange();
        write();
    }

    /// Something to press in front of the name, where the list of rooms is hidden.
    public void menu(Optional<Runnable> action) {
        header.menu(action);
    }

    /// Puts the caret where one writes.
    public void write() {
        if (!over()) {
            composer.write();
        }
    }

    /// Follows the room no more.
    public void close() {
        messages.close();
    }
}
