package dev.parley.app.ui.messages;

import dev.parley.app.ui.messages.emoji.EmojiArt;
import dev.parley.app.ui.messages.emoji.EmojiIcon;
import dev.parley.app.ui.messages.format.Block;
import dev.parley.app.ui.messages.format.LinkTarget;
import dev.parley.app.ui.messages.format.Span;
import dev.parley.app.ui.widget.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One block of a message: text that can be selected, with what lies behind it.
final class TextBlock extends Region {

    private static final int PICTURES = 400; // of one block; the rest stays text, which costs less
    private static final double CHIP = 5;

    private final TextFlow flow = new TextFlow();
    private final Path selection = new Path();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Chip> chips = new ArrayList<>();
    private int length;
    private int pictures;
    private int from;
    private int to;

    /// A child of the flow, with its place among the characters of the flow.
    private record Piece(int start, int length, String text) {}

    /// @param reach how far it goes beyond the text at both sides
    private record Chip(int start, int end, Chips shape, double reach) {}

    /// What a block needs to build itself.
    ///
    /// @param words says what a link does, before it is followed
    record Making(EmojiArt art, boolean rightToLeft, boolean big, Consumer<LinkTarget> follow,
            Function<LinkTarget, String> words) {}

    TextBlock(Block block, Making making) {
        getStyleClass().add("text-block");
        selection.getStyleClass().add("text-selection");
        selection.setManaged(false);
        selection.setMouseTransparent(true);
        getChildren().addAll(selection, flow);
        if (making.rightToLeft) {
            setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        switch (block) {
            case Block.Prose prose -> prose.spans().forEach(span -> add(span, making));
            case Block.Code code -> {
                getStyleClass().add("code-block");
                setMaxWidth(USE_PREF_SIZE);
                setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
                flow.setTabSize(4);
                add(text(code.text(), "mono"), code.text());
            }
        }
    }

    private void add(Span span, Making making) {
        switch (span) {
            case Span.Words words -> Runs.of(words.text()).forEach(run -> {
                Text text = text(run, words.bold() ? "strong" : "plain");
                if (words.italic()) {
                    text.getStyleClass().add("slanted");
                }
                add(text, run);
            });
            case Span.Code code -> {
                gap();
                chip("code-chip", code.text().length(), CHIP);
                add(text(code.text(), "mono"), code.text());
                gap();
            }
            case Span.Mention mention -> {
                if (mention.me()) {
                    chip("mention-chip", mention.text().length(), 2);
                }
                add(text(mention.text(), "mention"), mention.text());
            }
            case Span.Link link -> Runs.of(link.text()).forEach(run -> add(link(run, link, making), run));
            case Span.Picture picture when pictures < PICTURES -> {
                pictures++;
                EmojiIcon icon = new EmojiIcon(making.art, picture.emoji());
                if (making.big) {
                    icon.getStyleClass().add("big");
                }
                add(icon, picture.text());
            }
            case Span.Picture picture -> add(text(picture.text(), "plain"), picture.text());
        }
    }

    private static Text text(String words, String styleClass) {
        Text text = new Text(words);
        text.getStyleClass().addAll("message-text", styleClass);
        return text;
    }

    private static Text link(String run, Span.Link span, Making making) {
        Text text = text(run, "hyperlink-text");
        Hint.on(text, making.words.apply(span.link()));
        text.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
                making.follow.accept(span.link());
                e.consume();
            }
        });
        text.setUserData(span.link());
        return text;
    }

    private void add(Node node, String text) {
        int size = node instanceof Text ? text.length() : 1;
        pieces.add(new Piece(length, size, text));
        length += size;
        flow.getChildren().add(node);
    }

    private void chip(String styleClass, int size, double reach) {
        Chips shape = new Chips(styleClass);
        chips.add(new Chip(length, length + size, shape, reach));
        getChildren().addFirst(shape);
    }

    /// Room beside a chip; nothing when it is copied.
    private void gap() {
        Region gap = new Region();
        gap.setMinSize(CHIP, 1);
        gap.setPrefSize(CHIP, 1);
        add(gap, "");
    }

    /// How many places there are to select between, less one.
    int length() {
        return length;
    }

    /// The place nearest to a point of the scene.
    int hit(double sceneX, double sceneY) {
        Point2D point = flow.sceneToLocal(sceneX, sceneY);
        return Math.clamp(flow.getHitInfo(point).getInsertionIndex(), 0, length);
    }

    /// Whether a point of the scene is below this block.
    boolean isAbove(double sceneY) {
        return localToScene(0, getHeight()).getY() < sceneY;
    }

    /// Shows a part as selected; none if both are equal.
    void select(int start, int end) {
        from = Math.min(start, end);
        to = Math.max(start, end);
        drawSelection();
    }

    /// The characters of a part, those of emoji too.
    String copy(int start, int end) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            int a = Math.max(start, piece.start) - piece.start;
            int b = Math.min(end, piece.start + piece.length) - piece.start;
            if (a < b) {
                out.append(piece.length == piece.text.length() ? piece.text.substring(a, b) : piece.text);
            }
        }
        return out.toString();
    }

    /// All of it with one character for each place, to look for words in.
    String places() {
        StringBuilder out = new StringBuilder();
        pieces.forEach(p -> out.append(p.length == p.text.length() ? p.text : "\uFFFC"));
        return out.toString();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + Math.ceil(flow.prefWidth(-1)) + 1 + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double sides = snappedLeftInset() + snappedRightInset();
        return snappedTopInset() + flow.prefHeight(width < 0 ? -1 : Math.max(1, width - sides)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
        flow.resizeRelocate(snappedLeftInset(), snappedTopInset(), width,
                getHeight() - snappedTopInset() - snappedBottomInset());
        flow.layout();
        for (Chip chip : chips) {
            chip.shape.relocate(flow.getLayoutX(), flow.getLayoutY());
            chip.shape.around(flow.getRangeShape(chip.start, chip.end, false), chip.reach);
        }
        drawSelection();
    }

    private void drawSelection() {
        selection.getElements().clear();
        if (from < to) {
            selection.relocate(0, 0);
            selection.getElements().setAll(flow.getRangeShape(from, to, true));
            selection.setLayoutX(flow.getLayoutX());
            selection.setLayoutY(flow.getLayoutY());
        }
    }
}
