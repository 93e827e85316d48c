package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import dev.parley.app.ui.widget.Icons;
import dev.parley.protocol.UserName;
import dev.parley.protocol.VisibleText;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Name of the room, who is there and types, and what one can do.
final class RoomHeader extends HBox {

    private static final int TYPING_NAMES = 2;
    /// In em: below that there is no place for words on buttons.
    private static final double NARROW = 34;
    /// Size of a headline in em; see parley.css.
    private static final double HEADLINE = 1.143;

    private final RoomModel model;
    private final RoomTools tools;
    private final Texts texts;
    private final Label title = Boxes.label("", "headline");
    private final ObservableValue<Double> em = title.fontProperty().map(f -> f.getSize() / HEADLINE);
    private final Label below = Boxes.label("", "muted", "small");
    private final Button menu;
    private final Button share = new Button();
    private final Button search;
    private final Button people;
    private final Button more;
    private final ContextMenu choices = new ContextMenu();

    RoomHeader(RoomModel model, RoomTools tools, Runnable searching, Runnable showingPeople) {
        this.model = model;
        this.tools = tools;
        this.texts = tools.texts();
        getStyleClass().add("room-header");
        setAlignment(Pos.CENTER_LEFT);
        menu = Icons.button(Feather.MENU, texts.get("room.rooms"), () -> {});
        share.getStyleClass().addAll("compact", "room-share");
        share.setMinWidth(USE_PREF_SIZE);
        share.setOnAction(_ -> share());
        search = Icons.button(Feather.SEARCH, texts.get("room.search"), searching);
        people = Icons.button(Feather.USERS, texts.get("room.people-show"), showingPeople);
        more = Icons.button(Feather.MORE_HORIZONTAL, texts.get("room.more"), this::showChoices);
        List.of(search, people, more).forEach(b -> b.getStyleClass().add("framed"));
        FontIcon lock = Icons.of(Feather.LOCK);
        lock.getStyleClass().addAll("small", "faint");
        Label locked = new Label();
        locked.setGraphic(lock);
        Hint.on(locked, texts.get("room.locked"));
        locked.setAccessibleText(texts.get("room.locked"));
        locked.setMinWidth(USE_PREF_SIZE);
        locked.visibleProperty().bind(model.lockedProperty());
        locked.managedProperty().bind(model.lockedProperty());
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        title.setMinWidth(0);
        HBox name = Boxes.row(6, title, locked);
        VBox words = new VBox(1, name, below);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(menu, words, share, search, people, more);
        menu(Optional.empty());
        title.textProperty().bind(model.nameProperty());
        widthProperty().subscribe(_ -> showShare());
        em.subscribe(_ -> showShare());
        model.people().countProperty().subscribe(_ -> showBelow());
        model.people().typing().subscribe(this::showBelow);
        showBelow();
    }

    /// Size of the letters here, in pixels.
    ObservableValue<Double> emProperty() {
        return em;
    }

    private void showShare() {
        String words = texts.get(model.own() ? "room.share" : "room.invite");
        boolean narrow = getWidth() < NARROW * em.getValue();
        Icons.name(share, words);
        share.setText(narrow ? "" : words);
        share.setGraphic(Icons.of(model.own() ? Feather.SHARE_2 : Feather.LINK));
    }

    private void share() {
        if (model.own()) {
            tools.own().share(model.keyProperty().get());
        } else {
            copyInvite();
        }
    }

    private void copyInvite() {
        model.invite().ifPresent(link -> {
            tools.copy().accept(link);
            tools.navigator().say(texts.get("room.invite-copied"));
        });
    }

    private void showBelow() {
        String count = texts.get("room.people-count", model.people().countProperty().get());
        below.setText(typing().map(t -> texts.get("room.people-and-typing", count, t)).orElse(count));
    }

    private Optional<String> typing() {
        List<String> who = model.people().typing().stream().map(UserName::value).map(VisibleText::line).toList();
        if (who.isEmpty()) {
            return Optional.empty();
        }
        if (who.size() > TYPING_NAMES) {
            return Optional.of(texts.get("room.typing-many", who.size()));
        }
        return Optional.of(who.size() == 1 ? texts.get("room.typing-one", who.getFirst())
                : texts.get("room.typing-two", who.getFirst(), who.getLast()));
    }

    private void showChoices() {
        CheckMenuItem mute = new CheckMenuItem(texts.get("room.mute"));
        mute.setSelected(model.mutedProperty().get());
        mute.setOnAction(_ -> model.mutedProperty().set(mute.isSelected()));
        choices.getItems().setAll(mute);
        if (model.own()) {
            choices.getItems().addAll(
                    item("room.share-item", () -> tools.own().share(model.keyProperty().get())),
                    item("room.settings", () -> tools.own().settings(model.keyProperty().get())),
                    new SeparatorMenuItem(),
                    item("room.stop", () -> tools.own().stop(model.keyProperty().get())));
        } else {
            choices.getItems().addAll(item("room.copy-invite", this::copyInvite), new SeparatorMenuItem(),
                    item("room.leave", () -> tools.leave(model)));
        }
        choices.show(more, Side.BOTTOM, 0, 4);
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    void menu(Optional<Runnable> action) {
        menu.setVisible(action.isPresent());
        menu.setManaged(action.isPresent());
        menu.setOnAction(_ -> action.ifPresent(Runnable::run));
    }

    void peopleShown(boolean now) {
        Icons.name(people, texts.get(now ? "room.people-hide" : "room.people-show"));
        people.pseudoClassStateChanged(PseudoClass.getPseudoClass("on"), now);
    }

    /// The room is over: there is nothing to do here any more.
    void over() {
        getChildren().removeAll(share, search, people, more);
        below.setVisible(false);
        below.setManaged(false);
    }
}
