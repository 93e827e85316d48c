package dev.parley.app.ui.messages.composer;

import dev.parley.app.Texts;
import dev.parley.app.ui.messages.emoji.Emoji;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import dev.parley.app.ui.messages.emoji.EmojiIcon;
import dev.parley.app.ui.messages.emoji.EmojiList;
import dev.parley.app.ui.messages.scroll.VirtualColumn;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import dev.parley.app.ui.widget.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All emoji by category, with a search. The arrows walk through them while words are typed; Enter picks.
final class EmojiPicker extends VBox {

    private static final int MOST_COLUMNS = 9;
    /// Width of a place in em, and what is beside the places in pixels: as in the style sheet.
    private static final double PLACE = 2.35;
    private static final double SIDES = 34;
    private static final String RECENT = "recent";

    private final EmojiArt art;
    private final Texts texts;
    private final ObservableList<String> recent;
    private final Consumer<Emoji> onPick;
    private final TextField search = new TextField();
    private final FlowPane tabs = new FlowPane();
    private final Label none;
    private final PickerCells cells;
    private final VirtualColumn<PickerRow> column;
    private List<PickerRow> rows = List.of();
    private final List<Emoji> shown = new ArrayList<>();
    private int marked;
    private int columns = MOST_COLUMNS;

    EmojiPicker(EmojiArt art, Texts texts, ObservableList<String> recent, Consumer<Emoji> onPick) {
        this.art = art;
        this.texts = texts;
        this.recent = recent;
        this.onPick = onPick;
        this.cells = new PickerCells(art, onPick);
        this.column = new VirtualColumn<>(cells, false);
        this.none = Boxes.words(texts.get("messages.no-emoji"), "muted");
        getStyleClass().addAll("composer-popup", "emoji-picker");
        tabs.getStyleClass().add("emoji-tabs");
        search.setPromptText(texts.get("messages.find-emoji"));
        search.setAccessibleText(texts.get("messages.find-emoji"));
        search.textProperty().addListener((_, _, _) -> fill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        column.setFocusTraversable(false);
        VBox.setVgrow(column, Priority.ALWAYS);
        getChildren().addAll(search, tabs, none, column);
        setVisible(false);
    }

    /// How wide it likes to be.
    static double width(double em) {
        return SIDES + MOST_COLUMNS * PLACE * em;
    }

    /// @param width how wide it will be, in pixels
    /// @param em size of the text, in pixels
    void open(double width, double em) {
        columns = Math.clamp((int) ((width - SIDES) / (PLACE * em)), 1, MOST_COLUMNS);
        search.clear();
        fill();
        tabs();
        setVisible(true);
        search.requestFocus();
    }

    private void tabs() {
        tabs.getChildren().clear();
        if (!recent.isEmpty()) {
            Button button = Icons.button(Feather.CLOCK, words(RECENT), () -> go(RECENT));
            button.getStyleClass().add("emoji-tab");
            tabs.getChildren().add(button);
        }
        EmojiList list = art.list().get();
        list.categories().forEach(category -> {
            Button button = new Button();
            button.setGraphic(new EmojiIcon(art, list.in(category).getFirst()));
            button.getStyleClass().add("emoji-tab");
            button.setAccessibleText(words(category));
            Hint.on(button, words(category));
            button.setOnAction(_ -> go(category));
            tabs.getChildren().add(button);
        });
    }

    private String words(String category) {
        return switch (category) {
            case RECENT -> texts.get("messages.recent");
            case "people" -> texts.get("messages.people");
            case "animals" -> texts.get("messages.animals");
            case "food" -> texts.get("messages.food");
            case "travel" -> texts.get("messages.travel");
            case "activities" -> texts.get("messages.activities");
            case "objects" -> texts.get("messages.objects");
            case "symbols" -> texts.get("messages.symbols");
            default -> texts.get("messages.flags");
        };
    }

    private void go(String category) {
        if (!search.getText().isEmpty()) {
            search.clear();
        }
        column.to(category, 0);
    }

    private void fill() {
        EmojiList list = art.list().get();
        List<PickerRow> now = new ArrayList<>();
        shown.clear();
        if (search.getText().isBlank()) {
            add(RECENT, recent.stream().map(list::of).flatMap(Optional::stream).toList(), now);
            list.categories().forEach(category -> add(category, list.in(category), now));
        } else {
            lines("found", list.find(search.getText()), now);
        }
        rows = now;
        none.setVisible(now.isEmpty());
        none.setManaged(now.isEmpty());
        column.rows(() -> rows);
        if (!now.isEmpty()) {
            column.to(cells.key(now.getFirst()), 0);
        }
        mark(0);
    }

    private void add(String category, List<Emoji> emoji, List<PickerRow> to) {
        if (!emoji.isEmpty()) {
            to.add(new PickerRow.Heading(category, words(category)));
            lines(category, emoji, to);
        }
    }

    private void lines(String category, List<Emoji> emoji, List<PickerRow> to) {
        for (int i = 0; i < emoji.size(); i += columns) {
            List<Emoji> line = emoji.subList(i, Math.min(emoji.size(), i + columns));
            to.add(new PickerRow.Line(category, shown.size(), line));
            shown.addAll(line);
        }
    }

    private void mark(int index) {
        marked = Math.clamp(index, 0, Math.max(0, shown.size() - 1));
        cells.mark(marked);
        if (marked < shown.size()) {
            search.setAccessibleHelp(shown.get(marked).spoken());
        }
    }

    private void pressed(KeyEvent event) {
        boolean taken = true;
        switch (event.getCode()) {
            case LEFT -> walk(marked - 1);
            case RIGHT -> walk(marked + 1);
            case UP -> walk(vertical(-1));
            case DOWN -> walk(vertical(1));
            case PAGE_UP -> column.movePage(-1);
            case PAGE_DOWN -> column.movePage(1);
            case ENTER -> {
                if (marked < shown.size()) {
                    onPick.accept(shown.get(marked));
                }
            }
            default -> taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    private void walk(int index) {
        mark(index);
        lineOf(marked).ifPresent(line -> column.reveal(line.first()));
    }

    /// The emoji above or below the marked one.
    private int vertical(int direction) {
        List<PickerRow.Line> lines = rows.stream().filter(PickerRow.Line.class::isInstance)
                .map(PickerRow.Line.class::cast).toList();
        int at = lineOf(marked).map(lines::indexOf).orElse(0);
        int next = Math.clamp((long) at + direction, 0, Math.max(0, lines.size() - 1));
        if (lines.isEmpty() || next == at) {
            return marked;
        }
        int inLine = marked - lines.get(at).first();
        return lines.get(next).first() + Math.min(inLine, lines.get(next).emoji().size() - 1);
    }

    private Optional<PickerRow.Line> lineOf(int index) {
        return rows.stream().filter(r -> r instanceof PickerRow.Line line && index >= line.first()
                && index < line.first() + line.emoji().size()).map(PickerRow.Line.class::cast).findFirst();
    }
}
