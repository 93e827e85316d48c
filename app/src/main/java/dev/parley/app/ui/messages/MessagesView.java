package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import dev.parley.app.ui.messages.emoji.EmojiList;
import dev.parley.app.ui.messages.format.Formatter;
import dev.parley.app.ui.messages.format.LinkTarget;
import dev.parley.app.ui.messages.format.Mentions;
import dev.parley.app.ui.messages.scroll.VirtualColumn;
import dev.parley.protocol.MessageId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// The conversation on the screen. The mouse selects text in a message, and whole messages by their margin or with Ctrl or
/// Shift; the keyboard walks through messages with the arrows and selects with the space bar.
public final class MessagesView extends StackPane {

    private static final double NEAR = 2;
    private static final double UNREAD_AT = 0.2;

    private final MessagesModel model;
    private final Actions actions;
    private final EmojiArt art;
    private final Texts texts;
    private final CellSurface surface = new CellSurface();
    private final RowCells cells = new RowCells(surface);
    private final VirtualColumn<Row> column = new VirtualColumn<>(cells);
    private final Choice choice = new Choice(this::showChoice);
    private final JumpButton jump;
    private final MessageMenu menu;
    private final Set<MessageId> unfolded = new HashSet<>();
    private final InvalidationListener rowsChanged = _ -> follow();
    private final InvalidationListener peopleChanged = _ -> makeFormatter();
    private final ChangeListener<EmojiList> emojiChanged = (_, _, _) -> emojiKnown();
    private Formatter formatter;
    private Optional<MessageBody> selecting = Optional.empty();

    public MessagesView(MessagesModel model, Actions actions, EmojiArt art, Texts texts) {
        this.model = model;
        this.actions = actions;
        this.art = art;
        this.texts = texts;
        this.formatter = newFormatter();
        this.jump = new JumpButton(texts, model.unreadProperty(), model::newest);
        this.menu = new MessageMenu(texts, actions);
        getStyleClass().add("messages");
        column.setAccessibleText(texts.get("messages.conversation"));
        column.onLaidOut(this::laidOut);
        column.addEventHandler(KeyEvent.KEY_PRESSED, new MessageKeys(model, column, choice, this)::pressed);
        column.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        column.focusVisibleProperty().addListener((_, _, _) -> showChoice());
        StackPane.setAlignment(jump, Pos.BOTTOM_RIGHT);
        getChildren().addAll(column, jump);

        model.rows().addListener(rowsChanged);
        model.people().addListener(peopleChanged);
        art.list().addListener(emojiChanged);
        model.onAim(this::aim);
        follow();
    }

    /// Follows the model no more.
    public void close() {
        model.rows().removeListener(rowsChanged);
        model.people().removeListener(peopleChanged);
        art.list().removeListener(emojiChanged);
        model.onAim(_ -> {});
        menu.hide();
        jump.close();
    }

    private void follow() {
        column.rows(() -> model.rows().getValue());
    }

    private void aim(Aim aim) {
        switch (aim) {
            case Aim.Newest _ -> column.toEnd();
            case Aim.To to -> column.to(to.key(), UNREAD_AT);
        }
    }

    private void laidOut() {
        double above = column.viewportsAbove();
        double below = column.viewportsBelow();
        model.showing(column.isAtEnd(), above < below);
        jump.show(!column.isAtEnd() && (model.detachedProperty().get() || below > 0.1));
        if (above < NEAR) {
            model.nearTop();
        }
        if (below < NEAR) {
            model.nearEnd();
        }
    }

    /// Where the rows are, for tests.
    VirtualColumn<Row> column() {
        return column;
    }

    private void emojiKnown() {
        makeFormatter();
        cells.forEach(MessageCell::refresh);
    }

    private void makeFormatter() {
        formatter = newFormatter();
    }

    private Formatter newFormatter() {
        return new Formatter(Mentions.of(model.people(), model.me().value()), art.list().get());
    }

    private void showChoice() {
        cells.forEach(MessageCell::mark);
        column.current(choice.current().map(id -> id));
    }

    private Optional<MessageCell> cellOf(MessageId id) {
        MessageCell[] found = new MessageCell[1];
        cells.forEach(cell -> found[0] = cell.shown().filter(r -> r.key().equals(id)).isPresent() ? cell : found[0]);
        return Optional.ofNullable(found[0]);
    }

    /// What Ctrl+C takes: the selected text, else the chosen messages, else the current one.
    Optional<String> copied() {
        Optional<String> text = selecting.flatMap(MessageBody::selected);
        if (text.isPresent()) {
            return text;
        }
        List<Row> rows = model.rows().getValue();
        if (!choice.isEmpty()) {
            return Optional.of(choice.copied(rows));
        }
        return rows.stream().filter(r -> r instanceof Row.Message m && choice.current().filter(m.key()::equals).isPresent())
                .map(r -> ((Row.Message) r).post().text()).findFirst();
    }

    void copy() {
        copied().ifPresent(MessagesView::toClipboard);
    }

    static void toClipboard(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /// @return whether something was selected
    boolean clear() {
        boolean text = selecting.flatMap(MessageBody::selected).isPresent();
        selecting.ifPresent(MessageBody::clearSelection);
        selecting = Optional.empty();
        return choice.clear() || text;
    }

    /// Follows the first link of the current message.
    void followLink() {
        choice.current().flatMap(this::cellOf).flatMap(MessageCell::firstLink).ifPresent(surface::follow);
    }

    private void menu(ContextMenuEvent event) {
        Optional<MessageCell> cell = event.isKeyboardTrigger() ? choice.current().flatMap(this::cellOf)
                : cellAt(event.getSceneX(), event.getSceneY());
        cell.ifPresent(c -> c.shown().ifPresent(row -> {
            choice.at(row.key());
            Optional<LinkTarget> link = MessageMenu.linkAt(event).or(c::firstLink);
            menu.show(row.post(), link, copied(), () -> choice.toggle(row.key()), c.node(), event);
            event.consume();
        }));
    }

    private Optional<MessageCell> cellAt(double sceneX, double sceneY) {
        MessageCell[] found = new MessageCell[1];
        cells.forEach(cell -> {
            if (cell.node().contains(cell.node().sceneToLocal(sceneX, sceneY))) {
                found[0] = cell;
            }
        });
        return Optional.ofNullable(found[0]);
    }

    private final class CellSurface implements Surface {

        @Override
        public Texts texts() {
            return texts;
        }

        @Override
        public EmojiArt art() {
            return art;
        }

        @Override
        public Formatter formatter() {
            return formatter;
        }

        @Override
        public void follow(LinkTarget link) {
            if (link.isInvite()) {
                actions.follow(link.address());
            } else {
                actions.browse(link.address());
            }
        }

        @Override
        public boolean isUnfolded(MessageId id) {
            return unfolded.contains(id);
        }

        @Override
        public void unfold(MessageId id, boolean all) {
            if (all) {
                unfolded.add(id);
            } else {
                unfolded.remove(id);
            }
            column.pin(id);
            cellOf(id).ifPresent(MessageCell::refresh);
        }

        @Override
        public void selecting(MessageBody body) {
            selecting.filter(other -> other != body).ifPresent(MessageBody::clearSelection);
            selecting = Optional.of(body);
            column.requestFocus();
        }

        @Override
        public void clicked(Row.Message row, MouseEvent event) {
            if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
                return;
            }
            if (isIn(event, ButtonBase.class)) {
                return;
            }
            column.requestFocus();
            boolean inText = isIn(event, TextBlock.class);
            if (event.isShiftDown()) {
                choice.extendTo(row.key(), model.rows().getValue());
            } else if (event.isShortcutDown() || !inText) {
                choice.toggle(row.key());
            } else if (event.getClickCount() == 1) {
                choice.clear();
                choice.at(row.key());
            }
        }

        private boolean isIn(MouseEvent event, Class<? extends Node> kind) {
            Node node = event.getTarget() instanceof Node target ? target : column;
            while (node.getParent() != null && node != column && !kind.isInstance(node)) {
                node = node.getParent();
            }
            return kind.isInstance(node);
        }

        @Override
        public void sendAgain(Post post) {
            model.remove(post.id());
            actions.sendAgain(post.id(), post.text());
        }

        @Override
        public void remove(Post post) {
            model.remove(post.id());
        }

        @Override
        public boolean isChosen(MessageId id) {
            return choice.isChosen(id);
        }

        @Override
        public boolean isCurrent(MessageId id) {
            return column.isFocusVisible() && choice.current().filter(id::equals).isPresent();
        }

        @Override
        public void again(Row.Edge.Side side) {
            model.again(side);
        }
    }
}
