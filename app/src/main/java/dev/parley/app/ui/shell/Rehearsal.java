package dev.parley.app.ui.shell;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.start.HostRequest;
import dev.parley.app.ui.start.HostResult;
import dev.parley.log.History;
import dev.parley.log.Retention;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.PauseTransition;

/// Walks through the window by itself, once, so that Java can keep what it learns on the way (the AOT cache): opens a
/// room, goes into it, talks, looks at the settings and closes. FX thread.
final class Rehearsal {

    private static final javafx.util.Duration GLANCE = javafx.util.Duration.millis(700);
    private static final List<String> LINES = List.of("To be, or not to be: **that** is the *question* 🎭",
            "`code` and https://example.org/hamlet", "```\nfor t in range(10):\n    print(t)\n```", "はい、ありがとう 👍", "Ещё раз", "صباح الخير");

    private final WindowProgram program;

    Rehearsal(WindowProgram program) {
        this.program = program;
    }

    void begin() {
        program.stores().settings().change(s -> s.withName("Hamlet"));
        then(() -> program.host().host(new HostRequest(new RoomName("Elsinore"), Optional.of("Yorick".toCharArray()),
                new History.All(), Duration.ofMinutes(5), OptionalInt.of(0), Retention.FOREVER)).thenAccept(this::inside));
    }

    private void inside(HostResult result) {
        if (!(result instanceof HostResult.Started(var room))) {
            program.close();
            return;
        }
        program.pages().room(room);
        program.rooms().find(room).ifPresent(r -> LINES.forEach(line -> {
            r.composer().textProperty().set(line);
            r.composer().send();
        }));
        then(() -> {
            program.pages().settings();
            program.stores().settings().change(s -> s.withLook(Settings.Look.DARK));
            then(() -> {
                program.pages().start();
                then(program::close);
            });
        });
    }

    private static void then(Runnable next) {
        PauseTransition pause = new PauseTransition(GLANCE);
        pause.setOnFinished(_ -> next.run());
        pause.play();
    }
}
