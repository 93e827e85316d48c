package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import dev.parley.app.ui.messages.format.Block;
import dev.parley.app.ui.messages.format.Fold;
import dev.parley.app.ui.messages.format.Formatter;
import dev.parley.app.ui.messages.format.LinkTarget;
import dev.parley.app.ui.messages.format.Span;
import dev.parley.app.ui.messages.scroll.Cell;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import dev.parley.app.ui.widget.Icons;
import dev.parley.protocol.VisibleText;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Shows a message: face and name where a group begins, the words, and how far it has come.
final class MessageCell implements Cell<Row> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass ADDRESSED = PseudoClass.getPseudoClass("addressed");
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

    private final Surface surface;
    private final Avatar avatar = new Avatar(Avatar.Size.MEDIUM);
    private final StackPane gutter = new StackPane(avatar);
    private final Label name = Boxes.label("", "message-name");
    private final Label time = Boxes.label("", "message-time");
    private final HBox header = new HBox(name, time);
    private final MessageBody body;
    private final Button fold = new Button();
    private final VBox middle;
    private final Label hoverTime = Boxes.label("", "message-time", "on-hover");
    private final StackPane progress = new StackPane();
    private final HBox line;
    private final StackPane root;
    private Optional<Row.Message> shown = Optional.empty();
    private Optional<LinkTarget> firstLink = Optional.empty();

    MessageCell(Surface surface) {
        this.surface = surface;
        gutter.getStyleClass().add("message-gutter");
        gutter.setAlignment(Pos.TOP_CENTER);
        header.getStyleClass().add("message-header");
        header.setAlignment(Pos.BASELINE_LEFT);
        name.setMinWidth(0);
        time.setMinWidth(Region.USE_PREF_SIZE);
        body = new MessageBody(() -> surface.selecting(body()));
        fold.getStyleClass().addAll("link", "fold");
        middle = new VBox(header, body);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        progress.setAlignment(Pos.TOP_CENTER);
        HBox end = new HBox(hoverTime, progress);
        end.getStyleClass().add("message-end");
        end.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(gutter, middle, end);
        line.getStyleClass().add("message");
        root = new StackPane(line);
        root.getStyleClass().add("message-row");
        root.setAccessibleRole(AccessibleRole.LIST_ITEM);
        root.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> shown.ifPresent(row -> surface.clicked(row, e)));
    }

    private MessageBody body() {
        return body;
    }

    @Override
    public Region node() {
        return root;
    }

    Optional<Row.Message> shown() {
        return shown;
    }

    Optional<LinkTarget> firstLink() {
        return firstLink;
    }

    @Override
    public void show(Row row) {
        if (row instanceof Row.Message message) {
            show(message);
        }
    }

    private void show(Row.Message row) {
        shown = Optional.of(row);
        Post post = row.post();
        String from = VisibleText.line(post.from().value());
        avatar.setVisible(row.first());
        avatar.setManaged(row.first());
        header.setVisible(row.first());
        header.setManaged(row.first());
        hoverTime.setManaged(!row.first());
        hoverTime.setText(row.first() ? "" : row.time());
        if (row.first()) {
            avatar.show(from);
            name.setText(from);
            time.setText(row.time());
        }
        Hint.on(row.first() ? time : hoverTime, row.exact());
        root.pseudoClassStateChanged(OWN, post.own());
        root.pseudoClassStateChanged(FIRST, row.first());
        root.setAccessibleText(surface.texts().get("messages.spoken", from, row.time(), VisibleText.block(post.text())));
        words(post);
        progress(post);
        mark();
    }

    /// Shows the same message as people and emoji are known now.
    void refresh() {
        shown.ifPresent(row -> words(row.post()));
    }

    private void words(Post post) {
        Texts texts = surface.texts();
        boolean all = surface.isUnfolded(post.id());
        String text = VisibleText.block(post.text());
        Fold folded = Fold.of(text);
        List<Block> blocks = all ? surface.formatter().format(text)
                : surface.formatter().format(folded.text(), folded.cut());
        body.show(blocks, new TextBlock.Making(surface.art(), Formatter.isRightToLeft(text),
                Formatter.isOnlyEmoji(blocks), surface::follow, link -> opens(texts, link)));
        firstLink = spans(blocks).stream().filter(Span.Link.class::isInstance).map(s -> ((Span.Link) s).link()).findFirst();
        root.pseudoClassStateChanged(ADDRESSED, !post.own()
                && spans(blocks).stream().anyMatch(s -> s instanceof Span.Mention m && m.me()));
        middle.getChildren().setAll(header, body);
        if (folded.cut()) {
            fold.setText(all ? texts.get("messages.show-less") : texts.get("messages.show-all"));
            fold.setOnAction(_ -> surface.unfold(post.id(), !all));
            middle.getChildren().add(fold);
        }
        if (post.progress() == Post.Progress.REFUSED) {
            middle.getChildren().add(refused(post));
        }
    }

    private static List<Span> spans(List<Block> blocks) {
        return blocks.stream().flatMap(b -> b instanceof Block.Prose p ? p.spans().stream() : List.<Span>of().stream())
                .toList();
    }

    private static String opens(Texts texts, LinkTarget link) {
        return link.isInvite() ? texts.get("messages.opens-room", link.host())
                : texts.get("messages.opens", link.host(), link.address());
    }

    private Node refused(Post post) {
        Texts texts = surface.texts();
        Button again = new Button(texts.get("messages.try-again"));
        again.getStyleClass().add("link");
        again.setOnAction(_ -> surface.sendAgain(post));
        Button remove = new Button(texts.get("messages.remove"));
        remove.getStyleClass().add("link");
        remove.setOnAction(_ -> surface.remove(post));
        Label why = Boxes.words(texts.get("messages.not-sent", VisibleText.line(post.trouble())), "small", "danger");
        VBox all = Boxes.column(0, why, Boxes.row(0, again, remove));
        all.getStyleClass().add("refused");
        return all;
    }

    private void progress(Post post) {
        Texts texts = surface.texts();
        progress.getChildren().clear();
        switch (post.progress()) {
            case NONE -> {}
            case SENDING -> progress(Feather.CLOCK, "faint", texts.get("messages.sending"));
            case STORED -> progress(Feather.CHECK, "accent", texts.get("messages.stored"));
            case REFUSED -> progress(Feather.ALERT_CIRCLE, "danger", texts.get("messages.refused"));
        }
    }

    private void progress(Feather icon, String styleClass, String words) {
        var shownIcon = Icons.of(icon);
        shownIcon.getStyleClass().addAll("small", styleClass);
        Hint.on(progress, words);
        progress.setAccessibleText(words);
        progress.getChildren().setAll(shownIcon);
    }

    /// Shows whether the message is chosen.
    void mark() {
        shown.ifPresent(row -> {
            root.pseudoClassStateChanged(CHOSEN, surface.isChosen(row.key()));
            root.pseudoClassStateChanged(CURRENT, surface.isCurrent(row.key()));
        });
    }
}
