package dev.parley.app.ui.messages.composer;

import dev.parley.app.Texts;
import dev.parley.app.ui.messages.emoji.Emoji;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import java.util.List;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Where a person writes. Enter sends, Shift+Enter begins a line, Up in an empty draft recalls what was sent. The picker of
/// emoji and the names to mention are drawn above it, over its neighbours.
public final class ComposerView extends VBox {

    private static final int NEAR_LIMIT = 500;
    private static final double GAP = 6;

    private final ComposerModel model;
    private final EmojiArt art;
    private final Texts texts;
    private final GrowingArea area = new GrowingArea();
    private final Button emoji;
    private final HBox box;
    private final Label below = Boxes.words("", "composer-below", "faint");
    private final Suggestions suggestions = new Suggestions(this::complete);
    private final EmojiPicker picker;
    private final Subscription following;
    private final EventHandler<MouseEvent> pressedElsewhere = this::pressedElsewhere;

    public ComposerView(ComposerModel model, EmojiArt art, Texts texts) {
        this.model = model;
        this.art = art;
        this.texts = texts;
        this.picker = new EmojiPicker(art, texts, model.recentEmoji(), this::pick);
        this.emoji = Icons.button(Feather.SMILE, texts.get("messages.emoji"), this::togglePicker);
        getStyleClass().add("composer");
        setViewOrder(-1); // what pops up is over the messages, whichever of both was added first
        Button send = Icons.button(Feather.SEND, texts.get("messages.send"), this::send);
        send.getStyleClass().remove("icon-button");
        send.getStyleClass().addAll("primary", "send");
        send.disableProperty().bind(model.sendable().not());
        HBox.setHgrow(area, Priority.ALWAYS);
        box = new HBox(area, emoji, send);
        box.getStyleClass().add("composer-box");
        writing(send);
        for (Region popup : new Region[] {suggestions, picker}) {
            popup.setManaged(false);
        }
        below.setManaged(false);
        below.setVisible(false);
        getChildren().addAll(box, below, suggestions, picker);

        following = Subscription.combine(
                model.remaining().subscribe(left -> limit(left.intValue())),
                model.blockedProperty().subscribe(why -> block(why, send)),
                model.roomProperty().subscribe(room -> {
                    area.setPromptText(texts.get("messages.write-to", room));
                    area.setAccessibleText(texts.get("messages.write-to", room));
                }),
                send.disableProperty()::unbind,
                () -> area.textProperty().unbindBidirectional(model.textProperty()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        sceneProperty().subscribe((before, now) -> watch(before, now));
    }

    private void writing(Button send) {
        area.textProperty().bindBidirectional(model.textProperty());
        model.emojiNamed(name -> art.list().get().named(name).map(Emoji::sequence));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.caretPositionProperty().addListener((_, _, _) -> suggest());
        area.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                suggestions.hide();
            }
        });
        send.setFocusTraversable(true);
    }

    /// Follows the model no more.
    public void close() {
        following.unsubscribe();
    }

    /// Puts the caret into the draft.
    public void write() {
        area.requestFocus();
        area.end();
    }

    private void send() {
        suggestions.hide();
        model.send();
        area.requestFocus();
    }

    private void pressed(KeyEvent event) {
        boolean suggesting = suggestions.marked().isPresent();
        KeyCode code = event.getCode();
        boolean taken = true;
        if (suggesting && (code == KeyCode.ENTER || code == KeyCode.TAB)) {
            suggestions.marked().ifPresent(this::complete);
        } else if (suggesting && (code == KeyCode.UP || code == KeyCode.DOWN)) {
            suggestions.step(code == KeyCode.UP ? -1 : 1);
        } else if (code == KeyCode.ENTER && event.isShiftDown()) {
            area.replaceSelection("\n");
        } else if (code == KeyCode.ENTER) {
            send();
        } else if (code == KeyCode.TAB && !event.isShortcutDown()) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (code == KeyCode.UP && !event.isShiftDown() && isFirstLine()) {
            taken = recalled(model.recallEarlier());
        } else if (code == KeyCode.DOWN && !event.isShiftDown() && isLastLine()) {
            taken = recalled(model.recallLater());
        } else {
            taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    private boolean isFirstLine() {
        return area.getText().lastIndexOf('\n', area.getCaretPosition() - 1) < 0;
    }

    private boolean isLastLine() {
        return area.getText().indexOf('\n', area.getCaretPosition()) < 0;
    }

    private boolean recalled(boolean done) {
        if (done) {
            area.end();
        }
        return done;
    }

    private void suggest() {
        Optional<ComposerModel.Completion> completion = area.isFocused()
                ? model.completion(area.getCaretPosition()) : Optional.empty();
        suggestions.show(completion.map(ComposerModel.Completion::names).orElse(List.of()));
        requestLayout();
    }

    private void complete(String name) {
        model.completion(area.getCaretPosition())
                .ifPresent(c -> area.replaceText(c.start(), c.end(), "@" + name + " "));
        suggestions.hide();
    }

    private void togglePicker() {
        if (picker.isVisible()) {
            closePicker();
        } else {
            picker.open(pickerWidth(), area.getFont().getSize());
            requestLayout();
        }
    }

    private double pickerWidth() {
        return Math.min(box.getWidth(), EmojiPicker.width(area.getFont().getSize()));
    }

    private void closePicker() {
        picker.setVisible(false);
        area.requestFocus();
    }

    private void pick(Emoji chosen) {
        closePicker();
        boolean inWord = area.getCaretPosition() > 0
                && !Character.isWhitespace(area.getText().charAt(area.getCaretPosition() - 1));
        area.replaceSelection((inWord ? " :" : ":") + chosen.name() + ": ");
        model.picked(chosen.sequence());
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && (picker.isVisible() || suggestions.isVisible())) {
            if (picker.isVisible()) {
                closePicker();
            }
            suggestions.hide();
            event.consume();
        }
    }

    private void watch(Scene before, Scene now) {
        if (before != null) {
            before.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressedElsewhere);
        }
        if (now != null) {
            now.addEventFilter(MouseEvent.MOUSE_PRESSED, pressedElsewhere);
        }
    }

    private void pressedElsewhere(MouseEvent event) {
        if (picker.isVisible() && !isInside(picker, event) && !isInside(emoji, event)) {
            picker.setVisible(false);
        }
    }

    private static boolean isInside(Node node, MouseEvent event) {
        return node.contains(node.sceneToLocal(event.getSceneX(), event.getSceneY()));
    }

    private void limit(int left) {
        boolean tell = left < NEAR_LIMIT;
        below.setText(left < 0 ? texts.get("messages.too-long", -left) : tell ? texts.get("messages.left", left) : "");
        below.getStyleClass().remove("too-long");
        if (left < 0) {
            below.getStyleClass().add("too-long");
        }
        below.setVisible(tell);
        below.setManaged(tell);
    }

    private void block(Optional<String> why, Button send) {
        box.getStyleClass().remove("blocked");
        if (why.isPresent()) {
            picker.setVisible(false);
            box.getStyleClass().add("blocked");
            Label words = Boxes.words(why.get(), "muted");
            HBox.setHgrow(words, Priority.ALWAYS);
            box.getChildren().setAll(Icons.of(Feather.LOCK), words);
        } else {
            box.getChildren().setAll(area, emoji, send);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Bounds around = box.getBoundsInParent();
        double room = getScene() == null ? 0 : localToScene(0, box.getLayoutY()).getY() - 2 * GAP;
        double em = area.getFont().getSize();
        if (suggestions.isVisible()) {
            double width = Math.min(box.getWidth(), Math.max(200, suggestions.prefWidth(-1)));
            double height = Math.min(room, suggestions.prefHeight(width));
            suggestions.resizeRelocate(box.getLayoutX(), box.getLayoutY() - GAP - height, width, height);
        }
        if (picker.isVisible()) {
            double width = pickerWidth();
            double height = Math.min(room, 27 * em);
            picker.resizeRelocate(box.getLayoutX() + box.getWidth() - width, around.getMinY() - GAP - height, width, height);
        }
    }
}
