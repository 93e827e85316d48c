package dev.parley.app.ui.shell;

import dev.parley.app.Texts;
import dev.parley.app.ui.hosting.Layers;
import dev.parley.app.ui.hosting.StopQuestion;
import dev.parley.app.ui.hosting.StopView;
import dev.parley.app.ui.room.Leaving;
import dev.parley.app.ui.room.RoomModel;
import dev.parley.app.ui.room.RoomsModel;
import java.util.List;

/// What has been written and is not stored yet lives in this window only: asks before it goes. FX thread.
final class UnsentWords implements Leaving {

    private final RoomsModel rooms;
    private final Layers layers;
    private final Texts texts;

    UnsentWords(RoomsModel rooms, Layers layers, Texts texts) {
        this.rooms = rooms;
        this.layers = layers;
        this.texts = texts;
    }

    @Override
    public void ifAgreed(RoomModel room, Runnable goOn) {
        ask(List.of(room), "shell.unsent-leave", goOn);
    }

    /// The same before the window closes, for all rooms.
    ///
    /// @param goOn closes the window
    void ifAgreed(Runnable goOn) {
        ask(rooms.rooms(), "shell.unsent-close", goOn);
    }

    private void ask(List<RoomModel> left, String yes, Runnable goOn) {
        List<RoomModel> waiting = left.stream()
                .filter(r -> r.unsent() > 0 && r.endingProperty().get().isEmpty()) // what is over takes nothing any more
                .toList();
        if (waiting.isEmpty()) {
            goOn.run();
            return;
        }
        int messages = waiting.stream().mapToInt(RoomModel::unsent).sum();
        String where = waiting.size() == 1
                ? texts.get("shell.unsent-room", messages, waiting.getFirst().nameProperty().get())
                : texts.get("shell.unsent-rooms", messages, waiting.size());
        StopQuestion question = new StopQuestion(texts.get("shell.unsent-title"), where, texts.get(yes), texts.get("shell.unsent-no"));
        layers.show(Layers.Place.DIALOG, close -> new StopView(question, goOn, close));
    }
}
