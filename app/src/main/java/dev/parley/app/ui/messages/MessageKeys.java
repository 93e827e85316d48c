package dev.parley.app.ui.messages;

import dev.parley.app.ui.messages.scroll.VirtualColumn;
import javafx.scene.input.KeyEvent;

/// The keyboard in the conversation.
final class MessageKeys {

    private final MessagesModel model;
    private final VirtualColumn<Row> column;
    private final Choice choice;
    private final MessagesView view;

    MessageKeys(MessagesModel model, VirtualColumn<Row> column, Choice choice, MessagesView view) {
        this.model = model;
        this.column = column;
        this.choice = choice;
        this.view = view;
    }

    void pressed(KeyEvent event) {
        if (event.getTarget() != column) {
            return; // a button in a row
        }
        boolean taken = true;
        switch (event.getCode()) {
            case UP, KP_UP -> step(-1, event.isShiftDown());
            case DOWN, KP_DOWN -> step(1, event.isShiftDown());
            case PAGE_UP -> column.movePage(-1);
            case PAGE_DOWN -> column.movePage(1);
            case HOME -> model.goTo(1);
            case END -> model.newest();
            case SPACE -> choice.current().ifPresent(choice::toggle);
            case ENTER -> view.followLink();
            case ESCAPE -> taken = view.clear();
            case C -> {
                taken = event.isShortcutDown();
                if (taken) {
                    view.copy();
                }
            }
            default -> taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    private void step(int direction, boolean extend) {
        var rows = model.rows().getValue();
        choice.step(direction, rows).ifPresent(id -> {
            if (extend) {
                choice.extendTo(id, rows);
            } else {
                choice.at(id);
            }
            column.reveal(id);
        });
    }
}
