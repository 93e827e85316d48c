package dev.parley.app.ui.messages;

import dev.parley.app.ui.messages.scroll.Cell;
import dev.parley.app.ui.messages.scroll.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Which cell shows which row.
final class RowCells implements Cells<Row> {

    private final Surface surface;
    private final List<MessageCell> messages = new ArrayList<>();

    RowCells(Surface surface) {
        this.surface = surface;
    }

    @Override
    public Object key(Row row) {
        return row.key();
    }

    @Override
    public Object kind(Row row) {
        return switch (row) {
            case Row.Message _ -> MessageCell.class;
            case Row.Day _, Row.Unread _ -> LineCell.class;
            case Row.Happened _ -> QuietCell.class;
            case Row.Whisper _ -> WhisperCell.class;
            case Row.Edge _ -> EdgeCell.class;
        };
    }

    @Override
    public boolean isSteady(Row row) {
        return row instanceof Row.Message || row instanceof Row.Happened || row instanceof Row.Whisper;
    }

    @Override
    public Cell<Row> make(Object kind) {
        if (kind == MessageCell.class) {
            messages.removeIf(cell -> cell.node().getParent() == null);
            MessageCell cell = new MessageCell(surface);
            messages.add(cell);
            return cell;
        }
        if (kind == WhisperCell.class) {
            return new WhisperCell(surface.texts());
        }
        return kind == LineCell.class ? new LineCell(surface) : kind == QuietCell.class ? new QuietCell() : new EdgeCell(surface);
    }

    /// The cells of messages that are on the screen.
    void forEach(Consumer<MessageCell> action) {
        messages.stream().filter(cell -> cell.node().isVisible()).forEach(action);
    }
}
