package dev.parley.app.ui.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.link.JoinOutcome;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.Stages;
import dev.parley.protocol.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Photographs of the way into a room, and the way by keyboard.
class JoinLookTest {

    private static final Settings LIGHT = Settings.standard().withLook(Settings.Look.LIGHT);
    private static final Settings DARK = Settings.standard().withLook(Settings.Look.DARK);

    @TempDir
    Path folder = Path.of("");

    private void photograph(String name, Settings look, double width, double height, boolean locked, Consumer<JoinModel> state,
            JoinOutcome... outcome) throws Exception {
        try (JoinRig rig = new JoinRig(folder.resolve(name))) {
            JoinModel model = rig.model(rig.located(locked, JoinRig.BEN));
            try (Stages stages = Stages.open(look, width, height, () -> {
                JoinView view = new JoinView(model);
                model.start();
                state.accept(model);
                for (JoinOutcome o : outcome) {
                    rig.answers(o);
                }
                return view;
            })) {
                assertThat(Files.size(stages.photograph(name))).isGreaterThan(5_000);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Look.class, names = {"LIGHT", "DARK"})
    void wrongPassword(Settings.Look look) throws Exception {
        photograph("join-wrong-" + look, Settings.standard().withLook(look), 1100, 700, true, model -> {
            model.passwordProperty().set("x");
            model.withPassword();
        }, new JoinOutcome.PasswordNeeded(true, Optional.empty()));
    }

    @Test
    void connecting() throws Exception {
        photograph("join-connecting", LIGHT, 1100, 700, false, model -> {});
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Look.class, names = {"LIGHT", "DARK"})
    void firstContact(Settings.Look look) throws Exception {
        photograph("join-first-" + look, Settings.standard().withLook(look), 1100, 700, false, model -> {},
                new JoinOutcome.FirstContact(JoinRig.BEN));
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Look.class, names = {"LIGHT", "DARK"})
    void changedHost(Settings.Look look) throws Exception {
        photograph("join-changed-" + look, Settings.standard().withLook(look), 1100, 760, false, model -> {},
                new JoinOutcome.HostChanged(JoinRig.EVE, ""));
    }

    @Test
    void changedHostInLargeText() throws Exception {
        photograph("join-changed-large", LIGHT.withTextSize(200), 900, 980, false, model -> {},
                new JoinOutcome.HostChanged(JoinRig.EVE, ""));
    }

    @Test
    void changedHostInALowWindow() throws Exception {
        photograph("join-changed-low", DARK, 720, 420, false, model -> {}, new JoinOutcome.HostChanged(JoinRig.EVE, ""));
    }

    @Test
    void takenName() throws Exception {
        photograph("join-name", LIGHT, 1100, 700, false, model -> {}, new JoinOutcome.NameTaken("Ana"));
    }

    @Test
    void refused() throws Exception {
        photograph("join-full", DARK, 1100, 700, false, model -> {},
                new JoinOutcome.Refused(ErrorCode.ROOM_FULL, "", Optional.empty()));
    }

    @Test
    void unreachable() throws Exception {
        photograph("join-unreachable", LIGHT, 720, 620, false, model -> {},
                new JoinOutcome.CannotConnect("Connection refused: 127.0.0.1:7420"));
    }

    @Test
    void tooManyWrong() throws Exception {
        photograph("join-wait", LIGHT.withTextSize(200), 720, 900, true, model -> {
            model.passwordProperty().set("x");
            model.withPassword();
        }, new JoinOutcome.PasswordNeeded(true, Optional.of(Duration.ofSeconds(42))));
    }

    @Test
    void thePasswordHasTheFocusWhateverElseIsInTheWindow() {
        try (JoinRig rig = new JoinRig(folder)) {
            JoinModel model = rig.model(rig.located(true, JoinRig.BEN));
            try (Stages stages = Stages.open(LIGHT, 900, 600, () -> {
                model.start();
                return new HBox(new Button("Something"), new JoinView(model));
            })) {
                assertThat(Stages.onFx(() -> stages.stage().getScene().getFocusOwner().getId())).isEqualTo("join-password");
            }
        }
    }

    @Test
    void thePasswordIsTypedAndSentByKeyboard() {
        try (JoinRig rig = new JoinRig(folder)) {
            JoinModel model = rig.model(rig.located(true, JoinRig.BEN));
            try (Stages _ = Stages.open(LIGHT, 900, 600, () -> {
                model.start();
                return new JoinView(model);
            })) {
                FxRobot robot = new FxRobot();
                robot.write("comet").type(KeyCode.ENTER);
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(rig.wishes).containsExactly("Crew Ana comet false");
                Stages.onFx(() -> {
                    rig.answers(new JoinOutcome.PasswordNeeded(true, Optional.empty()));
                    return true;
                });
                robot.write("lantern").type(KeyCode.ENTER);
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(rig.wishes).last().isEqualTo("Crew Ana lantern false");
                Stages.onFx(() -> {
                    rig.answers(new JoinOutcome.FirstContact(JoinRig.BEN));
                    return true;
                });
                robot.type(KeyCode.ESCAPE);
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(rig.navigator.calls).containsExactly("start");
            }
        }
    }

    @Test
    void enterOnTheFullStopGoesBack() {
        try (JoinRig rig = new JoinRig(folder)) {
            rig.known.pin(JoinRig.PLACE, JoinRig.CREW, JoinRig.BEN);
            JoinModel model = rig.model(rig.located(true, JoinRig.EVE));
            try (Stages _ = Stages.open(LIGHT, 900, 700, () -> {
                model.start();
                return new JoinView(model);
            })) {
                new FxRobot().type(KeyCode.ENTER);
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(rig.navigator.calls).containsExactly("start");
                assertThat(rig.wishes).isEmpty();
            }
        }
    }
}
