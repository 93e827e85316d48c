package dev.parley.app.ui.messages.scroll;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The cells that show something, by key, and some that wait for other rows of their kind.
final class LiveCells<R> {

    private static final int SPARE = 12;

    private final Cells<R> cells;
    private final ObservableList<Node> children;
    private final Map<Object, Live<R>> live = new HashMap<>();
    private final Map<Object, Deque<Cell<R>>> spare = new HashMap<>();

    private record Live<R>(Cell<R> cell, Object kind, R row) {}

    LiveCells(Cells<R> cells, ObservableList<Node> children) {
        this.cells = cells;
        this.children = children;
    }

    /// The node of a row, which shows it and has its styles.
    Region node(R row) {
        Object key = cells.key(row);
        Object kind = cells.kind(row);
        Live<R> now = live.get(key);
        if (now != null && now.kind.equals(kind) && now.row.equals(row)) {
            return now.cell.node();
        }
        Cell<R> cell;
        if (now != null && now.kind.equals(kind)) {
            cell = now.cell;
        } else {
            release(key);
            cell = take(kind);
        }
        cell.show(row);
        live.put(key, new Live<>(cell, kind, row));
        cell.node().setVisible(true);
        cell.node().applyCss();
        return cell.node();
    }

    /// Whether the node of the row is there and unchanged since it was measured.
    boolean isSettled(R row) {
        Live<R> now = live.get(cells.key(row));
        return now == null || (now.row.equals(row) && !now.cell.node().isNeedsLayout());
    }

    Optional<Region> nodeOf(Object key) {
        return Optional.ofNullable(live.get(key)).map(l -> l.cell.node());
    }

    private Cell<R> take(Object kind) {
        Deque<Cell<R>> waiting = spare.get(kind);
        if (waiting != null && !waiting.isEmpty()) {
            return waiting.pop();
        }
        Cell<R> cell = cells.make(kind);
        children.addFirst(cell.node()); // below the scroll bar
        return cell;
    }

    /// All but these show nothing from now on.
    void keep(Set<Object> keys) {
        for (Object key : live.keySet().toArray()) {
            if (!keys.contains(key)) {
                release(key);
            }
        }
    }

    private void release(Object key) {
        Live<R> old = live.remove(key);
        if (old != null) {
            Deque<Cell<R>> waiting = spare.computeIfAbsent(old.kind, _ -> new ArrayDeque<>());
            if (waiting.size() < SPARE) {
                old.cell.node().setVisible(false);
                waiting.push(old.cell);
            } else {
                children.remove(old.cell.node());
            }
        }
    }

    int count() {
        return live.size() + spare.values().stream().mapToInt(Deque::size).sum();
    }
}
