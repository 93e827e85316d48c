package dev.parley.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.Stages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The start screen without a mouse.
class StartKeyboardTest {

    @TempDir
    Path folder = Path.of("");

    private final FxRobot robot = new FxRobot();

    private static Stages open(Rig rig) {
        Stages stages = Stages.open(Settings.standard().withLook(Settings.Look.LIGHT), 1200, 800, () -> {
            rig.model.shown();
            rig.lookout.found(HandLookout.room("Crew", true, 7, "Ben", HandLookout.BEN));
            return new StartView(rig.model);
        });
        Stages.onFx(() -> {
            if (stages.stage().getScene().getRoot() instanceof StartView view) {
                view.focusFirst();
            }
            return true;
        });
        return stages;
    }

    private static String focused(Stages stages) {
        return Stages.onFx(() -> Optional.ofNullable(stages.stage().getScene().getFocusOwner()).map(Node::getId).orElse(""));
    }

    private void type(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void fromTheFirstNameToAHostedRoom() {
        try (Rig rig = new Rig(folder, ""); Stages stages = open(rig)) {
            assertThat(focused(stages)).isEqualTo("my-name");
            robot.write("Ana Lima");
            type(KeyCode.ENTER);
            assertThat(focused(stages)).isEqualTo("host-room");
            robot.write("Physics");
            type(KeyCode.TAB);
            robot.write("comet lantern");
            type(KeyCode.ENTER);
            assertThat(rig.hosted).containsExactly("Physics comet lantern All[] PT5M OptionalInt.empty");
            assertThat(rig.settings.get().name()).contains("Ana Lima");
            hide(rig);
        }
    }

    @Test
    void theTabKeyGoesThroughEverything() {
        try (Rig rig = new Rig(folder, "Ana"); Stages stages = open(rig)) {
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                seen.add(focused(stages));
                type(KeyCode.TAB);
            }
            assertThat(seen).contains("host-room", "host-go", "host-advanced", "by-address", "check-network", "me", "settings");
            hide(rig);
        }
    }

    @Test
    void escapeClosesThePanelForAddresses() {
        try (Rig rig = new Rig(folder, "Ana"); Stages stages = open(rig)) {
            Stages.onFx(() -> {
                rig.model.address().show("");
                return true;
            });
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(focused(stages)).isEqualTo("address");
            robot.write("nonsense here");
            type(KeyCode.ENTER);
            assertThat(rig.model.address().problemProperty().get()).isNotEmpty();
            type(KeyCode.ESCAPE);
            assertThat(rig.model.address().openProperty().get()).isFalse();
            hide(rig);
        }
    }

    private static void hide(Rig rig) {
        Stages.onFx(() -> {
            rig.model.hidden();
            return true;
        });
    }
}
