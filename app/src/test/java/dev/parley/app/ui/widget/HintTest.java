package dev.parley.app.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.Stages;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HintTest {

    /// JavaFX has one state for all hints: while that of another window is still shown, also one that has just been closed, it
    /// does not hear of the pointer. A pointer in a hand moves again.
    private static final Duration LONGER_THAN_THE_DELAY = Duration.ofMillis(500);

    private final Label label = new Label("somewhere");
    private final Stages stages = Stages.open(Settings.standard(), 400, 200, () -> new StackPane(label));

    @AfterEach
    void close() {
        stages.close();
    }

    private void hint(String words) {
        Stages.onFx(() -> {
            Hint.on(label, words);
            return true;
        });
    }

    private void pointer(EventType<MouseEvent> what) {
        Stages.onFx(() -> {
            Point2D at = label.localToScreen(5, 5);
            label.fireEvent(new MouseEvent(what, 5, 5, at.getX(), at.getY(), null, 0,
                    false, false, false, false, false, false, false, false, false, false, new PickResult(label, 5, 5)));
            return true;
        });
    }

    private List<String> shown() {
        return Stages.onFx(() -> Window.getWindows().stream().flatMap(w -> w instanceof Tooltip t && t.isShowing()
                ? Stream.of(t.getText()) : Stream.<String>empty()).toList());
    }

    @Test
    void appearsBesideThePointerAndFollowsWhatIsSaid() {
        hint("older words");
        hint("the words");
        pointer(MouseEvent.MOUSE_ENTERED);
        Awaitility.await("the hint").pollInterval(LONGER_THAN_THE_DELAY).until(() -> {
            boolean there = shown().equals(List.of("the words"));
            if (!there) {
                pointer(MouseEvent.MOUSE_MOVED);
            }
            return there;
        });
        hint("other words");
        assertThat(shown()).containsExactly("other words");
        assertThat(Stages.onFx(label::getAccessibleHelp)).isEqualTo("other words");
        pointer(MouseEvent.MOUSE_EXITED);
        Awaitility.await("no hint").until(() -> shown().isEmpty());
    }

    @Test
    void costsNoWindowUntilThePointerComes() {
        hint("the words");
        assertThat(Stages.onFx(() -> label.getProperties().containsKey(Tooltip.class))).isFalse();
    }
}
