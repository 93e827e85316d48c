package dev.parley.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.RecordingNavigator;
import dev.parley.app.ui.Stages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// How the settings look, and that a keyboard is enough.
class SettingsLookTest {

    @TempDir
    Path temporary = Path.of("");

    private static SettingsView view(SettingsRig rig, RecordingNavigator navigator) {
        return new SettingsView(rig.model, SettingsRig.TEXTS, navigator, () -> navigator.calls.add("back"));
    }

    private static void scroll(Stages stages, double to) {
        Stages.onFx(() -> {
            ((ScrollPane) stages.stage().getScene().lookup(".scroll-pane")).setVvalue(to);
            return true;
        });
    }

    private static void photograph(Stages stages, String name) throws Exception {
        assertThat(Files.size(stages.photograph("settings-" + name))).isGreaterThan(5_000);
    }

    private static void press(Stages stages, String words) {
        Stages.onFx(() -> {
            stages.stage().getScene().getRoot().lookupAll(".button").stream().map(Button.class::cast)
                    .filter(b -> words.equals(b.getText())).findFirst().orElseThrow().fire();
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Look.class, names = {"LIGHT", "DARK"})
    void bothThemes(Settings.Look look) throws Exception {
        try (SettingsRig rig = new SettingsRig(temporary)) {
            rig.store.change(s -> s.withLook(look));
            try (Stages stages = Stages.open(rig.store.get(), 960, 960, () -> view(rig, new RecordingNavigator()))) {
                photograph(stages, "top-" + look);
                press(stages, SettingsRig.TEXTS.get("settings.forget"));
                scroll(stages, 0.62);
                photograph(stages, "middle-" + look);
                press(stages, SettingsRig.TEXTS.get("settings.parts-show"));
                WaitForAsyncUtils.waitForFxEvents();
                scroll(stages, 1);
                photograph(stages, "about-" + look);
            }
        }
    }

    @Test
    void narrowAndLarge() throws Exception {
        try (SettingsRig rig = new SettingsRig(temporary)) {
            rig.store.change(s -> s.withLook(Settings.Look.LIGHT).withTextSize(200));
            rig.model.name("a\u202Eb");
            try (Stages stages = Stages.open(rig.store.get(), 720, 960, () -> view(rig, new RecordingNavigator()))) {
                photograph(stages, "large-top");
                scroll(stages, 0.33);
                photograph(stages, "large-look");
                scroll(stages, 0.66);
                photograph(stages, "large-middle");
                scroll(stages, 1);
                photograph(stages, "large-about");
            }
            rig.store.change(s -> s.withTextSize(80));
            try (Stages stages = Stages.open(rig.store.get(), 720, 900, () -> view(rig, new RecordingNavigator()))) {
                photograph(stages, "small");
            }
        }
    }

    @Test
    void theKeyboardReachesEverything() throws Exception {
        RecordingNavigator navigator = new RecordingNavigator();
        FxRobot robot = new FxRobot();
        try (SettingsRig rig = new SettingsRig(temporary);
                Stages stages = Stages.open(rig.store.get(), 800, 600, () -> view(rig, navigator))) {
            Stages.onFx(() -> {
                stages.stage().requestFocus();
                stages.stage().getScene().lookup(".text-field").requestFocus();
                return true;
            });
            robot.press(KeyCode.CONTROL).press(KeyCode.A).release(KeyCode.A).release(KeyCode.CONTROL);
            robot.write("Dana");
            robot.push(KeyCode.ENTER);
            assertThat(rig.store.get().name()).contains("Dana");

            Set<Node> reached = new LinkedHashSet<>();
            for (int i = 0; i < 60; i++) {
                robot.push(KeyCode.TAB);
                Node focused = Stages.onFx(() -> stages.stage().getScene().getFocusOwner());
                reached.add(focused);
                boolean seen = Stages.onFx(() -> {
                    var bounds = focused.localToScene(focused.getBoundsInLocal());
                    return bounds.getMinY() >= 0 && bounds.getMaxY() <= stages.stage().getScene().getHeight() + 1;
                });
                assertThat(seen).as("in sight: %s", focused).isTrue();
                if (focused instanceof ToggleButton toggle && toggle.getToggleGroup() != null) {
                    // arrows lead through a group and choose
                    List<Toggle> group = toggle.getToggleGroup().getToggles();
                    reached.addAll(group.stream().map(Node.class::cast).toList());
                    if (toggle.getUserData() == Settings.Look.SYSTEM) {
                        robot.push(KeyCode.RIGHT);
                        robot.push(KeyCode.RIGHT);
                    }
                }
                if (focused instanceof Slider slider && Stages.onFx(slider::getValue) == 100) {
                    robot.push(KeyCode.RIGHT);
                }
            }
            assertThat(rig.store.get().look()).isEqualTo(Settings.Look.DARK);
            assertThat(rig.store.get().textSize()).isEqualTo(110);
            Set<Node> all = Stages.onFx(() -> {
                Set<Node> controls = new LinkedHashSet<>();
                collect(stages.stage().getScene().getRoot(), controls);
                return controls;
            });
            assertThat(reached).containsAll(all);
            robot.push(KeyCode.ESCAPE);
            assertThat(navigator.calls).contains("back");
        }
    }

    private static void collect(Node node, Set<Node> into) {
        boolean control = node.isFocusTraversable() && !node.isDisabled() && node.isVisible();
        if (control && (node instanceof ButtonBase || node instanceof TextField || node instanceof Slider)) {
            into.add(node);
        }
        if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }
}
