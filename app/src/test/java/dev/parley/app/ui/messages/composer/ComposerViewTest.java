package dev.parley.app.ui.messages.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Texts;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.Stages;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

class ComposerViewTest {

    private final FxRobot robot = new FxRobot();
    private final List<String> sent = new ArrayList<>();
    private final ComposerModel model = new ComposerModel(FXCollections.observableArrayList("Ben", "Bea Ström", "健太"));
    private Optional<Stages> open = Optional.empty();
    private Optional<ComposerView> view = Optional.empty();

    @BeforeEach
    void show() {
        model.onSend(sent::add);
        model.roomProperty().set("Physics 2B");
        open = Optional.of(Stages.open(Settings.standard().withLook(Settings.Look.LIGHT), 640, 520, () -> {
            ComposerView made = new ComposerView(model, new EmojiArt(Runnable::run, Platform::runLater),
                    Texts.ofWindow(Locale.ENGLISH));
            view = Optional.of(made);
            BorderPane page = new BorderPane();
            page.setBottom(made);
            return page;
        }));
        settle();
        Stages.onFx(() -> {
            view.orElseThrow().write();
            return true;
        });
        settle();
    }

    @AfterEach
    void closeWindow() {
        open.ifPresent(Stages::close);
    }

    private static void settle() {
        for (int i = 0; i < 3; i++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
        settle();
    }

    private String text() {
        return Stages.onFx(() -> model.textProperty().get());
    }

    private double height() {
        return Stages.onFx(() -> view.orElseThrow().lookup(".composer-box").getLayoutBounds().getHeight());
    }

    private void photograph(String name) {
        open.orElseThrow().photograph("composer-" + name);
    }

    @Test
    void enterSendsAndShiftEnterBeginsALine() {
        photograph("empty");
        robot.write("one");
        press(KeyCode.SHIFT, KeyCode.ENTER);
        robot.write("two");
        settle();
        photograph("two-lines");
        press(KeyCode.ENTER);
        assertThat(sent).containsExactly("one\ntwo");
        assertThat(text()).isEmpty();
        press(KeyCode.UP);
        assertThat(text()).isEqualTo("one\ntwo");
    }

    @Test
    void itGrowsWithItsTextUpToEightLines() {
        double one = height();
        robot.interact(() -> model.textProperty().set("a\nb\nc\nd"));
        settle();
        double four = height();
        robot.interact(() -> model.textProperty().set("line\n".repeat(30)));
        settle();
        double most = height();
        photograph("many-lines");
        assertThat(four).isGreaterThan(one + 40);
        assertThat(most).isBetween(four, one + 8 * 20.0);
    }

    @Test
    void shortNamesAreSentAsEmojiButNotInCode() {
        robot.write("hi :thumbsup: ");
        robot.interact(() -> ((TextArea) view.orElseThrow().lookup(".composer-area")).appendText("`:tada:` 10:30:45 :none:"));
        press(KeyCode.ENTER);
        assertThat(sent).containsExactly("hi 👍 `:tada:` 10:30:45 :none:");
        press(KeyCode.UP);
        assertThat(text()).startsWith("hi :thumbsup:");
    }

    @Test
    void mentionsAreCompletedWithTheKeyboard() {
        robot.write("hi @be");
        settle();
        photograph("mention");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(text()).isEqualTo("hi @Ben ");
        assertThat(sent).isEmpty();
    }

    @Test
    void theDarkThemeWithLargeTextFitsANarrowWindow() {
        robot.interact(() -> open.orElseThrow().stage().setWidth(420));
        open.orElseThrow().look(Settings.standard().withLook(Settings.Look.DARK).withTextSize(200));
        robot.interact(() -> model.textProperty().set("A longer text that has to be wrapped in a narrow window"));
        robot.clickOn(".icon-button");
        settle();
        photograph("dark-large");
        assertThat(Stages.onFx(() -> view.orElseThrow().lookup(".emoji-picker").getLayoutBounds().getWidth()))
                .isLessThanOrEqualTo(420);
    }

    @Test
    void emojiArePickedWithTheKeyboard() {
        robot.clickOn(".icon-button");
        settle();
        photograph("picker");
        robot.write("party");
        settle();
        photograph("picker-search");
        press(KeyCode.ENTER);
        assertThat(text()).isEqualTo(":partying_face: ");
        assertThat(model.recentEmoji()).containsExactly("🥳");
        robot.clickOn(".icon-button");
        settle();
        photograph("picker-recent");
        press(KeyCode.ESCAPE);
        assertThat(Stages.onFx(() -> view.orElseThrow().lookup(".emoji-picker").isVisible())).isFalse();
    }

    @Test
    void theLimitIsToldAndKept() {
        robot.interact(() -> model.textProperty().set("x".repeat(7_900)));
        settle();
        photograph("near-limit");
        robot.interact(() -> model.textProperty().set("x".repeat(8_010)));
        settle();
        photograph("over-limit");
        press(KeyCode.ENTER);
        assertThat(sent).isEmpty();
    }

    @Test
    void aReasonReplacesTheAreaWhileNothingCanBeSent() {
        robot.interact(() -> model.blockedProperty().set(Optional.of("The host’s disk is full. Nothing can be written until there is space again.")));
        settle();
        photograph("blocked");
        assertThat(robot.lookup(".composer-area").tryQuery()).isEmpty();
        robot.interact(() -> model.blockedProperty().set(Optional.empty()));
        settle();
        assertThat(robot.lookup(".composer-area").tryQuery()).isPresent();
    }
}
