package dev.parley.app.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.Settings;
import dev.parley.app.memory.Settings.Look;
import dev.parley.app.ui.Stages;
import dev.parley.app.ui.room.FakeRoom;
import dev.parley.app.ui.room.RoomModel;
import dev.parley.app.ui.room.RoomRig;
import dev.parley.client.ClientEvent;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.UserName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

class RoomsViewTest {

    private static final Settings ANA = Settings.standard().withName("Ana").withLook(Look.LIGHT);

    @TempDir
    Path folder = Path.of("");

    private Optional<RoomRig> rig = Optional.empty();
    private final FakeRoom physics = new FakeRoom("Physics 2B", 'A', "Ana", true);
    private final FakeRoom crew = new FakeRoom("Crew", 'B', "Ana", false);
    private final FakeRoom party = new FakeRoom("LAN party", 'B', "Ana", false);

    @AfterEach
    void close() {
        rig.ifPresent(RoomRig::close);
    }

    private RoomRig rig() {
        return rig.orElseThrow();
    }

    private RoomModel model(FakeRoom room) {
        return rig().rooms.find(room.key()).orElseThrow();
    }

    private RoomsView page(Settings settings) {
        RoomRig made = new RoomRig(folder);
        rig = Optional.of(made);
        physics.with("Ana", "host", "here").with("Ольга", "moderator", "here").with("Ben", "member", "here")
                .with("健太", "member", "idle").with("Dana", "member", "away").with("ليلى", "member", "here");
        physics.said("Ben", "Did everyone get the worksheet? Page 2 has a mistake in the formula.");
        physics.said("Ben", "It should be `v = v₀ + a·t`");
        physics.said("健太", "はい、届きました。ありがとう！");
        physics.said("Ольга", "Вот исправленная версия");
        physics.said("Ana", "Thanks! Five more minutes, then we compare. @Ben you start.");
        crew.with("Ben", "host", "here").with("Ana", "member", "here");
        party.with("健太", "host", "here").with("Ana", "member", "here");
        made.enter(physics, true);
        made.enter(crew, true);
        made.enter(party, false).mutedProperty().set(true);
        made.rooms.focusedProperty().set(true);
        made.rooms.visibleProperty().set(true);
        made.rooms.show(physics.key());
        for (int i = 0; i < 3; i++) {
            crew.says("Ben", "Ready?");
        }
        physics.emit(new ClientEvent.Whispered(physics.key().room(), new UserName("Ольга"), new UserName("Ana"),
                new MessageText("Dana has lost the connection. Shall we wait?")));
        physics.emit(new ClientEvent.Whispered(physics.key().room(), new UserName("Ana"), new UserName("Ольга"),
                new MessageText("Two minutes.")));
        physics.types("Ben");
        return new RoomsView(made.tools(Runnable::run), new SimpleObjectProperty<>(settings));
    }

    private Stages open(Settings settings, double width, double height) {
        return Stages.open(settings, width, height, () -> page(settings));
    }

    private static void fx(Runnable work) {
        Stages.onFx((Callable<Boolean>) () -> {
            work.run();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @ParameterizedTest
    @EnumSource(value = Look.class, names = {"LIGHT", "DARK"})
    void aRoomWithEverythingAroundIt(Look look) {
        try (Stages stages = open(ANA.withLook(look), 1200, 760)) {
            stages.photograph("room-" + look);
            fx(() -> {
                physics.offline(5);
                crew.offline(5);
            });
            stages.photograph("room-offline-" + look);
            fx(() -> physics.joined(true, true));
            fx(() -> model(physics).whisperToProperty().set(Optional.of(new UserName("Ben"))));
            stages.photograph("room-whisper-" + look);
        }
    }

    @ParameterizedTest
    @CsvSource({"719,100", "640,100", "860,100", "1200,200", "720,200", "1600,80"})
    void narrowWideAndLarge(double width, int text) {
        Settings settings = ANA.withTextSize(text);
        try (Stages stages = open(settings, width, 700)) {
            stages.photograph("room-" + (int) width + "-" + text);
        }
    }

    @Test
    void theListComesOverANarrowRoomAndGoesAway() {
        try (Stages stages = open(ANA, 600, 700)) {
            FxRobot robot = new FxRobot();
            assertThat(robot.lookup(".rooms-side").tryQuery()).isEmpty();
            press(stages.stage(), "Rooms");
            assertThat(robot.lookup(".rooms-side").tryQuery()).isPresent();
            stages.photograph("room-narrow-list");
            robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(robot.lookup(".rooms-side").tryQuery()).isEmpty();
            press(stages.stage(), "Show people");
            stages.photograph("room-narrow-people");
        }
    }

    /// Fires the button with that spoken name, as a screen reader does.
    private static void press(Stage stage, String spoken) {
        fx(() -> stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(n -> spoken.equals(n.getAccessibleText()) && n.isVisible()).map(Button.class::cast).findFirst()
                .orElseThrow(() -> new AssertionError("no button " + spoken)).fire());
    }

    @ParameterizedTest
    @EnumSource(value = ErrorCode.class, names = {"KICKED", "BANNED", "ROOM_CLOSED", "WRONG_PASSWORD", "REPLACED", "FORBIDDEN"})
    void aRoomThatIsOverSaysWhatToDo(ErrorCode why) {
        try (Stages stages = open(ANA, 1100, 640)) {
            fx(() -> {
                rig().rooms.show(crew.key());
                crew.left(why);
            });
            stages.photograph("room-over-" + why);
            assertThat(new FxRobot().lookup(".room-ending").tryQuery()).isPresent();
        }
    }

    @Test
    void theSearchFindsAndSaysWhenItFindsNothing() {
        try (Stages stages = open(ANA, 1200, 760)) {
            FxRobot robot = new FxRobot();
            press(stages.stage(), "Search");
            stages.photograph("room-search-empty");
            robot.write("the").type(KeyCode.ENTER);
            WaitForAsyncUtils.waitForFxEvents();
            stages.photograph("room-search");
            assertThat(robot.lookup(".room-result").queryAll()).hasSize(2);
            robot.write("zzz").type(KeyCode.ENTER);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(robot.lookup(".room-result").queryAll()).isEmpty();
            robot.type(KeyCode.ESCAPE);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(robot.lookup(".room-search").tryQuery()).isEmpty();
        }
    }

    @Test
    void manyPeopleHaveAFilterAndFewRows() {
        try (Stages stages = open(ANA, 1200, 760)) {
            fx(() -> {
                for (int i = 0; i < 400; i++) {
                    physics.with("Person " + i, "member", i % 3 == 0 ? "idle" : "here");
                }
                physics.joined(true, true);
            });
            stages.photograph("room-many-people");
            FxRobot robot = new FxRobot();
            assertThat(robot.lookup(".person-cell").queryAll().size()).isLessThan(40);
            assertThat(robot.lookup(".room-people .text-input").<Region>query().isVisible()).isTrue();
        }
    }

    @Test
    void theKeyboardGoesFromRoomToRoom() {
        try (Stages stages = open(ANA, 1200, 760)) {
            FxRobot robot = new FxRobot();
            robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
            assertShown(crew);
            robot.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN, KeyCode.CONTROL);
            assertShown(party);
            robot.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN, KeyCode.CONTROL);
            assertShown(physics);
            robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL).write("lan");
            WaitForAsyncUtils.waitForFxEvents();
            stages.photograph("room-filter");
            robot.type(KeyCode.ENTER);
            assertShown(party);
            robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL).type(KeyCode.DOWN).type(KeyCode.UP);
            assertShown(crew);
            stages.photograph("room-list-keys");
        }
    }

    private void assertShown(FakeRoom room) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Stages.onFx(() -> rig().rooms.shownProperty().get())).contains(model(room));
    }

    @Test
    void whoIsClickedCanBeMentionedOrRemoved() {
        try (Stages stages = open(ANA, 1200, 760)) {
            stages.photograph("room-people");
            FxRobot robot = new FxRobot();
            Node ben = robot.lookup(".person-cell").queryAll().stream()
                    .filter(n -> String.valueOf(n.getAccessibleText()).startsWith("Ben")).findFirst().orElseThrow();
            robot.clickOn(ben);
            WaitForAsyncUtils.waitForFxEvents();
            stages.photograph("room-person-menu");
            robot.clickOn("Mention Ben");
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(Stages.onFx(() -> model(physics).composer().textProperty().get())).isEqualTo("@Ben ");
            robot.clickOn(ben).clickOn("Remove Ben and keep out");
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(rig().calls).contains("ban Ben");
        }
    }
}
