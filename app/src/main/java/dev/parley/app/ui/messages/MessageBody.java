package dev.parley.app.ui.messages;

import dev.parley.app.ui.messages.format.Block;
import dev.parley.app.ui.messages.format.Formatter;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/// The words of a message. A part can be selected with the mouse: by drawing, or by a double click on a word.
final class MessageBody extends VBox {

    private final List<TextBlock> blocks = new ArrayList<>();
    private final Runnable onSelect;
    private Place anchor = new Place(0, 0);
    private Place start = new Place(0, 0);
    private Place end = new Place(0, 0);

    /// A place between two characters.
    private record Place(int block, int index) {
        boolean isBefore(Place other) {
            return block < other.block || (block == other.block && index < other.index);
        }
    }

    /// @param onSelect called before something is selected here, to give up what is selected elsewhere
    MessageBody(Runnable onSelect) {
        this.onSelect = onSelect;
        getStyleClass().add("message-body");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    }

    void show(List<Block> now, TextBlock.Making making) {
        blocks.clear();
        now.forEach(block -> blocks.add(new TextBlock(block, making)));
        getChildren().setAll(blocks);
        start = end;
        anchor = new Place(0, 0);
        select(anchor, anchor);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.isShortcutDown() || event.isShiftDown() || blocks.isEmpty()) {
            return;
        }
        onSelect.run();
        anchor = placeAt(event);
        if (event.getClickCount() == 2) {
            word();
        } else if (event.getClickCount() > 2) {
            select(new Place(0, 0), new Place(blocks.size() - 1, blocks.getLast().length()));
        } else {
            select(anchor, anchor);
        }
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !blocks.isEmpty()) {
            select(anchor, placeAt(event));
            event.consume();
        }
    }

    private Place placeAt(MouseEvent event) {
        int block = 0;
        while (block < blocks.size() - 1 && blocks.get(block).isAbove(event.getSceneY())) {
            block++;
        }
        return new Place(block, blocks.get(block).hit(event.getSceneX(), event.getSceneY()));
    }

    private void word() {
        TextBlock block = blocks.get(anchor.block);
        String text = block.places();
        if (text.isEmpty()) {
            return;
        }
        BreakIterator words = BreakIterator.getWordInstance();
        words.setText(text);
        int at = Math.clamp(anchor.index, 0, text.length() - 1);
        int after = words.following(at);
        int before = words.previous();
        select(new Place(anchor.block, before), new Place(anchor.block, after));
    }

    private void select(Place a, Place b) {
        start = a.isBefore(b) ? a : b;
        end = a.isBefore(b) ? b : a;
        for (int i = 0; i < blocks.size(); i++) {
            boolean inside = i >= start.block && i <= end.block;
            blocks.get(i).select(inside && i == start.block ? start.index : 0,
                    !inside ? 0 : i == end.block ? end.index : blocks.get(i).length());
        }
    }

    void clearSelection() {
        select(anchor, anchor);
    }

    /// What is selected, as it was typed but without marks of emphasis.
    Optional<String> selected() {
        if (blocks.isEmpty() || !start.isBefore(end)) {
            return Optional.empty();
        }
        StringJoiner lines = new StringJoiner("\n");
        for (int i = start.block; i <= end.block; i++) {
            lines.add(blocks.get(i).copy(i == start.block ? start.index : 0,
                    i == end.block ? end.index : blocks.get(i).length()));
        }
        return Optional.of(lines.toString());
    }

    /// How a text is laid out.
    static boolean isRightToLeft(String text) {
        return Formatter.isRightToLeft(text);
    }
}
