package dev.parley.app.ui.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.Stages;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import dev.parley.app.ui.messages.scroll.VirtualColumn;
import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The reader in front of the conversation: what stays where it is, what follows, what is selected.
class MessagesViewTest {

    private final List<String> done = new ArrayList<>();
    private final FxRobot robot = new FxRobot();
    private Optional<Stages> open = Optional.empty();

    private final Actions actions = new Actions() {
        @Override
        public void browse(String address) {
            done.add("browse " + address);
        }

        @Override
        public void follow(String invite) {
            done.add("follow " + invite);
        }

        @Override
        public void sendAgain(MessageId refused, String text) {
            done.add("again " + text);
        }
    };

    private MessagesView show(MessagesModel model) {
        MessagesView[] view = new MessagesView[1];
        Stages stages = Stages.open(Settings.standard().withLook(Settings.Look.LIGHT), 700, 500, () -> {
            view[0] = new MessagesView(model, actions, new EmojiArt(Runnable::run, Platform::runLater), Talk.TEXTS);
            return new BorderPane(view[0]);
        });
        open = Optional.of(stages);
        settle();
        return view[0];
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

    private static void until(Callable<Boolean> what) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Stages.onFx(what));
    }

    private static void onFx(Runnable work) {
        Stages.onFx(() -> {
            work.run();
            return true;
        });
        settle();
    }

    private static long firstSeq(MessagesModel model) {
        return model.rows().getValue().stream().filter(Row.Message.class::isInstance)
                .map(r -> ((Row.Message) r).post().seq().orElse(0)).findFirst().orElseThrow();
    }

    @Test
    void aReaderAtTheEndFollowsAndOneFurtherUpDoesNot() {
        Talk talk = Talk.of(60);
        MessagesModel model = talk.joined(60);
        MessagesView view = show(model);
        VirtualColumn<Row> column = view.column();
        assertThat(column.isAtEnd()).isTrue();

        Entry followed = talk.says("Ben", "follow me");
        onFx(() -> model.received(followed));
        until(() -> column.visibleKeys().contains(followed.id()) && column.isAtEnd());

        onFx(() -> column.move(-800));
        until(() -> !column.isAtEnd());
        Object read = Stages.onFx(() -> column.visibleKeys().get(2));
        double top = Stages.onFx(() -> column.topOf(read).orElseThrow());
        for (int i = 0; i < 5; i++) {
            Entry more = talk.says("Ben", "more " + i);
            onFx(() -> model.received(more));
        }
        until(() -> column.topOf(read).orElse(-1.0) == top);
        assertThat(model.unreadProperty().get()).isEqualTo(5);
    }

    @Test
    void pagesThatComeBeforeDoNotMoveWhatIsRead() {
        Talk talk = Talk.of(1_000);
        MessagesModel model = talk.joined(60);
        MessagesView view = show(model);
        VirtualColumn<Row> column = view.column();
        long before = firstSeq(model);
        for (int i = 0; i < 40 && Stages.onFx(() -> firstSeq(model)) == before; i++) {
            onFx(() -> column.move(-200));
        }
        until(() -> firstSeq(model) < before);
        Object read = Stages.onFx(() -> column.visibleKeys().getLast());
        double top = Stages.onFx(() -> column.topOf(read).orElseThrow());
        onFx(model::nearTop);
        settle();
        assertThat(Stages.onFx(() -> column.topOf(read).orElseThrow())).isEqualTo(top);
    }

    @Test
    void aResizeKeepsWhatIsRead() {
        MessagesModel model = Talk.of(300).joined(300);
        MessagesView view = show(model);
        onFx(() -> view.column().move(-3_000));
        Object read = Stages.onFx(() -> view.column().visibleKeys().get(1));
        onFx(() -> open.orElseThrow().stage().setWidth(400));
        until(() -> view.column().visibleKeys().contains(read));
        onFx(() -> open.orElseThrow().stage().setWidth(900));
        until(() -> view.column().visibleKeys().contains(read));
    }

    @Test
    void aHundredThousandMessagesScrollFromTheEndToTheStartInLittleMemory() {
        Talk talk = Talk.of(100_000);
        MessagesModel model = talk.joined(100);
        MessagesView view = show(model);
        VirtualColumn<Row> column = view.column();
        long before = usedMemory();
        int most = 0;
        for (int i = 0; i < 40_000 && Stages.onFx(() -> firstSeq(model)) > 1; i++) {
            most = Math.max(most, Stages.onFx(() -> {
                column.move(-12_000);
                view.layout();
                model.showing(false, true);
                model.nearTop();
                return column.liveNodes();
            }));
        }
        assertThat(Stages.onFx(() -> firstSeq(model))).isEqualTo(1);
        assertThat(most).isLessThan(90);
        assertThat(usedMemory() - before).isLessThan(150_000_000);
        onFx(model::newest);
        until(() -> column.isAtEnd() && !model.detachedProperty().get());
    }

    @Test
    void aStepOfAViewportTakesNoTimeThatIsNoticed() {
        MessagesModel model = Talk.of(3_000).joined(100);
        MessagesView view = show(model);
        List<Duration> steps = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            steps.add(Stages.onFx(() -> {
                long start = System.nanoTime();
                view.column().movePage(-1);
                view.layout();
                model.showing(false, true);
                model.nearTop();
                return Duration.ofNanos(System.nanoTime() - start);
            }));
        }
        steps.sort(null);
        assertThat(steps.get(steps.size() * 19 / 20)).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void theWayBackToTheNewestTellsHowManyAreUnread() {
        Talk talk = Talk.of(80);
        MessagesModel model = talk.joined(80);
        MessagesView view = show(model);
        onFx(() -> view.column().move(-900));
        for (int i = 0; i < 3; i++) {
            Entry more = talk.says("Ben", "more " + i);
            onFx(() -> model.received(more));
        }
        until(() -> robot.lookup(".jump").query().isVisible() && model.unreadProperty().get() == 3);
        open.orElseThrow().photograph("messages-jump");
        robot.clickOn(".jump");
        until(() -> view.column().isAtEnd() && model.unreadProperty().get() == 0);
    }

    @Test
    void hostileMessagesAreShownInNoTime() {
        Talk talk = Talk.of(2);
        for (String part : List.of("\u0301", "😀", "`a` ", "@Ana ", "https://a.b ", "ש *x* ", "**a** ", "\n")) {
            talk.says("Ben", part.repeat(8_000 / part.codePointCount(0, part.length())));
        }
        MessagesModel model = talk.joined(100);
        MessagesView view = show(model);
        for (int i = 0; i < 12; i++) {
            onFx(() -> view.column().movePage(-1));
        }
        assertThat(Stages.onFx(() -> view.column().visibleKeys())).isNotEmpty();
        open.orElseThrow().photograph("messages-hostile");
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void theKeyboardWalksSelectsAndCopies() {
        Talk talk = Talk.of(2);
        talk.says("Ben", "last but one");
        talk.says("Ben", "last");
        MessagesModel model = talk.joined(4);
        MessagesView view = show(model);
        onFx(() -> view.column().requestFocus());
        robot.press(KeyCode.UP).release(KeyCode.UP).press(KeyCode.SPACE).release(KeyCode.SPACE);
        robot.press(KeyCode.SHIFT, KeyCode.UP).release(KeyCode.UP, KeyCode.SHIFT);
        settle();
        assertThat(Stages.onFx(view::copied)).hasValue("[08:31] Ben: last but one\n[08:31] Ben: last");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        settle();
        assertThat(Stages.onFx(view::copied)).hasValue("last but one");
    }

    @Test
    void aDoubleClickSelectsAWordAndDrawingSelectsAPart() {
        Talk talk = new Talk();
        talk.says("Ben", "wonderful");
        MessagesView view = show(talk.joined(1));
        robot.doubleClickOn("wonderful");
        settle();
        assertThat(Stages.onFx(view::copied)).hasValue("wonderful");
        open.orElseThrow().photograph("messages-word");
    }

    @Test
    void linksAreFollowed() {
        Talk talk = new Talk();
        talk.says("Ben", "https://example.org/a");
        talk.says("Ben", "parley://10.0.0.1:7420/Crew#x");
        MessagesView view = show(talk.joined(2));
        robot.clickOn("https://example.org/a");
        robot.clickOn("parley://10.0.0.1:7420/Crew#x");
        settle();
        assertThat(done).containsExactly("browse https://example.org/a", "follow parley://10.0.0.1:7420/Crew#x");
        assertThat(view.column().liveNodes()).isPositive();
    }

    @Test
    void aLongMessageIsFoldedAndUnfoldsInPlace() {
        Talk talk = Talk.of(40);
        talk.says("Ben", "line\n".repeat(60));
        MessagesModel model = talk.joined(41);
        show(model);
        open.orElseThrow().photograph("messages-folded");
        robot.clickOn("Show all");
        settle();
        open.orElseThrow().photograph("messages-unfolded");
        assertThat(robot.lookup("Show all").tryQuery()).isEmpty();
    }

    @Test
    void aRefusedMessageCanBeSentAgain() {
        MessagesModel model = Talk.of(2).joined(2);
        show(model);
        onFx(() -> model.refused(MessageId.next(), "too late", "full"));
        robot.clickOn("Try again");
        settle();
        assertThat(done).containsExactly("again too late");
    }
}
