package dev.parley.app.ui.messages.scroll;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The column.
///
/// @param <R> rows
public final class VirtualColumn<R> extends Region {

    /// Rows this near the viewport have nodes too, in pixels.
    private static final double MARGIN = 200;
    private static final double BAR = 12;
    private static final double PAGE = 0.9;
    private static final double LEAP = 3;
    private static final double SMALLEST_THUMB = 0.08;

    private final Cells<R> cells;
    private final boolean fromEnd;
    private final Heights<R> heights;
    private final LiveCells<R> live;
    private final ScrollBar bar = new ScrollBar();
    private final PauseTransition afterLayout = new PauseTransition(Duration.ONE);

    private List<Placed> placed = List.of();
    private Optional<Object> current = Optional.empty();
    private Optional<Object> pinned = Optional.empty();
    private Optional<Target> target = Optional.empty();
    private boolean following;
    private double shift;
    private double measuredWidth = -1;
    private boolean movingBar;
    private Optional<Supplier<List<R>>> changed = Optional.empty();
    private Runnable onLaidOut = () -> {};

    /// A row to be placed, and where.
    private record Target(Object key, double top) {}

    /// Rows that do not fill the column lie at its lower end, and the reader begins there.
    public VirtualColumn(Cells<R> cells) {
        this(cells, true);
    }

    /// @param fromEnd whether rows lie at the lower end and the reader begins there; else all is at the upper end
    public VirtualColumn(Cells<R> cells, boolean fromEnd) {
        this.fromEnd = fromEnd;
        this.following = fromEnd;
        this.cells = cells;
        this.heights = new Heights<>(cells);
        this.live = new LiveCells<>(cells, getChildren());
        getStyleClass().add("virtual-column");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMax(1);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((_, _, value) -> barMoved(value.doubleValue()));
        getChildren().add(bar);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        afterLayout.setOnFinished(_ -> onLaidOut.run());
    }

    /// Shows these rows from the next pulse on.
    ///
    /// @param rows asked then, however often this is called before
    public void rows(Supplier<List<R>> rows) {
        changed = Optional.of(rows);
        requestLayout();
    }

    /// Called after every layout, outside of it: rows may be changed then.
    public void onLaidOut(Runnable action) {
        onLaidOut = action;
    }

    /// To the last row, and stays there.
    public void toEnd() {
        following = true;
        target = Optional.empty();
        shift = 0;
        requestLayout();
    }

    /// Places a row with its top a part of the viewport below its upper edge.
    public void to(Object key, double part) {
        target = Optional.of(new Target(key, part * viewport()));
        requestLayout();
    }

    /// Moves by pixels, downwards in the rows if positive.
    public void move(double pixels) {
        following = false;
        shift -= pixels;
        requestLayout();
    }

    /// Moves by almost a viewport.
    public void movePage(int direction) {
        move(direction * PAGE * viewport());
    }

    /// Moves as little as needed to show a row.
    public void reveal(Object key) {
        Optional<Placed> there = placed.stream().filter(p -> p.key().equals(key)).findFirst();
        if (there.isEmpty()) {
            to(key, 0.3);
        } else if (there.get().top() < 0) {
            move(there.get().top());
        } else if (there.get().bottom() > viewport()) {
            move(Math.min(there.get().bottom() - viewport(), there.get().top()));
        }
    }

    /// At the next change of height the top of that row stays where it is, as for a reader who unfolds it.
    public void pin(Object key) {
        following = false;
        pinned = Optional.of(key);
        requestLayout();
    }

    /// The row that the keyboard is at, for screen readers.
    public void current(Optional<Object> key) {
        current = key;
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    public boolean isAtEnd() {
        return following;
    }

    /// Distance of the viewport from the first row in viewports, partly guessed.
    public double viewportsAbove() {
        return placed.isEmpty() ? 0 : (heights.top(firstIndex()) - placed.getFirst().top()) / Math.max(1, viewport());
    }

    public double viewportsBelow() {
        double above = heights.top(firstIndex()) - (placed.isEmpty() ? 0 : placed.getFirst().top());
        return (heights.total() - above - viewport()) / Math.max(1, viewport());
    }

    private int firstIndex() {
        return placed.isEmpty() ? 0 : Math.max(0, heights.indexOf(placed.getFirst().key()));
    }

    /// Keys of the rows that are in the viewport, at least partly.
    public List<Object> visibleKeys() {
        return placed.stream().filter(p -> p.bottom() > 0 && p.top() < viewport()).map(Placed::key).toList();
    }

    /// Where the top of a row is, if it has a node.
    public Optional<Double> topOf(Object key) {
        return placed.stream().filter(p -> p.key().equals(key)).map(Placed::top).findFirst();
    }

    /// The node of a row, if it is near the viewport.
    public Optional<Region> nodeOf(Object key) {
        return live.nodeOf(key);
    }

    /// How many nodes of rows exist.
    public int liveNodes() {
        return live.count();
    }

    /// Height in which rows are placed; below it is the inset of the style sheet.
    private double viewport() {
        return Math.max(0, getHeight() - snappedBottomInset());
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0 && !event.isControlDown()) {
            move(-event.getDeltaY());
            event.consume();
        }
    }

    private void barMoved(double value) {
        if (movingBar || heights.size() == 0) {
            return;
        }
        double y = value * Math.max(0, heights.total() - viewport());
        int index = value >= 1 ? heights.size() - 1 : heights.at(y);
        following = false;
        target = Optional.of(new Target(cells.key(heights.row(index)), heights.top(index) - y));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        changed.ifPresent(rows -> heights.rows(rows.get()));
        changed = Optional.empty();
        double width = Math.max(0, getWidth() - BAR);
        double height = viewport();
        if (width != measuredWidth) {
            heights.forget();
            measuredWidth = width;
        }
        if (heights.size() > 0 && width > 0 && height > 0) {
            place(width, height);
        } else {
            placed = List.of();
            live.keep(Set.of());
        }
        placeBar(height);
        afterLayout.playFromStart();
    }

    private void place(double width, double height) {
        leap(height);
        int index = startIndex();
        double top = startTop(index, width, height);
        pinned = Optional.empty();
        target = Optional.empty();
        shift = 0;
        Span span = fill(index, top, width, height);
        for (int i = 0; i < 3 && span.correction(height, fromEnd) != 0; i++) {
            span = fill(span.first, span.top + span.correction(height, fromEnd), width, height);
        }
        show(span, width, height);
        following = fromEnd && span.last == heights.size() - 1 && span.bottom <= height + 1 && cells.isSteady(heights.row(span.last));
    }

    /// A move over many rows goes by what they are guessed to be high, so that they need not be measured.
    private void leap(double height) {
        if (Math.abs(shift) > LEAP * height && !placed.isEmpty() && !following) {
            double y = Math.clamp(heights.top(firstIndex()) - placed.getFirst().top() - shift, 0, heights.total());
            int index = heights.at(y);
            target = Optional.of(new Target(cells.key(heights.row(index)), heights.top(index) - y));
        }
    }

    private int startIndex() {
        int wanted = target.map(t -> heights.indexOf(t.key)).orElse(-1);
        if (wanted >= 0) {
            return wanted;
        }
        target = Optional.empty();
        if (!following) {
            int pin = pinned.map(heights::indexOf).orElse(-1);
            return pin >= 0 ? pin : anchor().map(p -> heights.indexOf(p.key())).orElse(start());
        }
        return heights.size() - 1;
    }

    private int start() {
        return fromEnd ? heights.size() - 1 : 0;
    }

    private double startTop(int index, double width, double height) {
        if (target.isPresent()) {
            return target.get().top;
        }
        if (following) {
            return height - measure(index, width);
        }
        Object key = cells.key(heights.row(index));
        Optional<Placed> before = placed.stream().filter(p -> p.key().equals(key)).findFirst();
        if (before.isEmpty()) {
            return fromEnd ? height - measure(index, width) : 0;
        }
        boolean byTop = pinned.isPresent() && pinned.get().equals(key);
        return shift + (byTop ? before.get().top() : before.get().bottom() - measure(index, width));
    }

    /// The row by which the others are placed: the first steady one that ends in the viewport, else any that is left.
    private Optional<Placed> anchor() {
        List<Placed> left = placed.stream().filter(p -> heights.indexOf(p.key()) >= 0).toList();
        return left.stream().filter(p -> p.steady() && p.bottom() > 0).findFirst()
                .or(() -> left.stream().filter(Placed::steady).findFirst())
                .or(() -> left.stream().findFirst());
    }

    /// Rows from `first` to `last`, with the top of the first and the bottom of the last.
    private record Span(int first, double top, int last, double bottom, int size) {

        /// How far to move so that no end of the rows lies inside the viewport without need.
        double correction(double height, boolean fromEnd) {
            if (!fromEnd && first == 0 && last == size - 1 && bottom - top < height) {
                return -top;
            }
            if (last == size - 1 && bottom < height - 0.5) {
                return height - bottom;
            }
            if (first == 0 && top > 0.5 && bottom > height + 0.5) {
                return -Math.min(top, bottom - height);
            }
            return 0;
        }
    }

    private Span fill(int index, double indexTop, double width, double height) {
        int first = index;
        double top = indexTop;
        int last = index;
        double bottom = indexTop + measure(index, width);
        while (first > 0 && top > -MARGIN) {
            first--;
            top -= measure(first, width);
        }
        while (last < heights.size() - 1 && bottom < height + MARGIN) {
            last++;
            bottom += measure(last, width);
        }
        return new Span(first, top, last, bottom, heights.size());
    }

    private double measure(int index, double width) {
        R row = heights.row(index);
        if (!heights.isKnown(index) || !live.isSettled(row)) {
            heights.measured(index, Math.ceil(live.node(row).prefHeight(width)));
        }
        return heights.known(index);
    }

    private void show(Span span, double width, double height) {
        List<Placed> now = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        double top = span.top;
        for (int i = span.first; i <= span.last; i++) {
            double bottom = top + heights.known(i);
            if (bottom >= -MARGIN && top <= height + MARGIN) {
                R row = heights.row(i);
                live.node(row).resizeRelocate(0, Math.rint(top), width, heights.known(i));
                keys.add(cells.key(row));
                now.add(new Placed(cells.key(row), cells.isSteady(row), top, bottom));
            }
            top = bottom;
        }
        placed = List.copyOf(now);
        live.keep(keys);
    }

    private void placeBar(double height) {
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        double total = heights.total();
        bar.setVisible(total > height + 1);
        if (bar.isVisible() && !bar.isPressed()) {
            movingBar = true;
            double above = heights.top(firstIndex()) - (placed.isEmpty() ? 0 : placed.getFirst().top());
            bar.setVisibleAmount(Math.clamp(height / total, SMALLEST_THUMB, 1));
            bar.setUnitIncrement(40 / (total - height));
            bar.setBlockIncrement(height * PAGE / (total - height));
            bar.setValue(Math.clamp(above / (total - height), 0, 1));
            movingBar = false;
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> heights.size();
            case ITEM_AT_INDEX -> nodeOf(cells.key(heights.row((Integer) parameters[0]))).orElse(null);
            case FOCUS_ITEM -> current.flatMap(this::nodeOf).orElse(null);
            case VERTICAL_SCROLLBAR -> bar;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
