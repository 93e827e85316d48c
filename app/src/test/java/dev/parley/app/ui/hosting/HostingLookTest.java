package dev.parley.app.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How the panels of hosting look.
class HostingLookTest {

    private static final Settings LIGHT = Settings.standard().withLook(Settings.Look.LIGHT);

    @TempDir
    Path folder = Path.of("");

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private HostModel busy() {
        HostParts parts = Scenes.parts(folder, Runnable::run);
        HostModel model = Scenes.busyHost(parts);
        open.addAll(List.of(parts.memory(), parts.settings(), model));
        return model;
    }

    private static Parent beside(Region panel) {
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox box = new HBox(room, panel);
        box.getStyleClass().add("page");
        return box;
    }

    private static Parent over(Region dialog) {
        StackPane pane = new StackPane(dialog);
        pane.setAlignment(Pos.CENTER);
        pane.getStyleClass().add("page");
        return pane;
    }

    private static void photograph(String name, Settings look, double width, double height, Supplier<Parent> view)
            throws IOException {
        try (Stages stages = Stages.open(look, width, height, view)) {
            assertThat(Files.size(stages.photograph("hosting-" + name))).isGreaterThan(3_000);
        }
    }

    private static ShareView share(HostModel model, Function<HostState, HostedRoom> which) {
        ShareModel share = new ShareModel(model.state(), which.apply(model.state()), text -> {});
        return new ShareView(share, Scenes.TEXTS, () -> {}, () -> {});
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Look.class, names = {"LIGHT", "DARK"})
    void everyPanelInBothThemes(Settings.Look look) throws Exception {
        Settings settings = Settings.standard().withLook(look);
        HostModel model = busy();
        HostingScreens screens = new HostingScreens(model, Scenes.TEXTS, (_, _) -> {}, _ -> {});
        photograph("share-" + look, settings, 720, 900, () -> beside(share(model, s -> s.rooms().getFirst())));
        photograph("projector-" + look, settings, 1280, 720, () -> new ProjectorView(
                new ShareModel(model.state(), model.state().rooms().getFirst(), text -> {}), Scenes.TEXTS, () -> {}));
        photograph("panel-" + look, settings, 720, 760, () -> beside(new HostPanelView(model, Scenes.TEXTS, screens, () -> {})));
        photograph("room-" + look, settings, 720, 960, () -> beside(settingsView(model)));
        photograph("stop-" + look, settings, 720, 400, () -> over(new StopView(
                StopQuestion.ofAll(model.state(), Scenes.TEXTS).orElseThrow(), () -> {}, () -> {})));
    }

    private static RoomSettingsView settingsView(HostModel model) {
        return new RoomSettingsView(new RoomSettingsModel(model, model.state().rooms().getFirst(), Scenes.TEXTS), Scenes.TEXTS,
                () -> {}, () -> {});
    }

    @Test
    void largeTextIsNotCut() throws Exception {
        Settings large = LIGHT.withTextSize(200);
        HostModel model = busy();
        HostingScreens screens = new HostingScreens(model, Scenes.TEXTS, (_, _) -> {}, _ -> {});
        photograph("share-large", large, 720, 960, () -> share(model, s -> s.rooms().getFirst()));
        photograph("panel-large", large, 720, 960, () -> new HostPanelView(model, Scenes.TEXTS, screens, () -> {}));
        photograph("room-large", large, 720, 960, () -> settingsView(model));
        photograph("stop-large", large, 720, 600, () -> over(new StopView(
                StopQuestion.ofAll(model.state(), Scenes.TEXTS).orElseThrow(), () -> {}, () -> {})));
    }

    @Test
    void oneAddressTroubleAndNothing() throws Exception {
        HostModel model = busy();
        HostingScreens screens = new HostingScreens(model, Scenes.TEXTS, (_, _) -> {}, _ -> {});
        model.state().places(List.of(Scenes.threePlaces().getFirst()));
        photograph("share-one", LIGHT, 480, 860, () -> share(model, s -> s.rooms().get(1)));
        photograph("projector-narrow", LIGHT, 720, 900, () -> new ProjectorView(
                new ShareModel(model.state(), model.state().rooms().get(1), text -> {}), Scenes.TEXTS, () -> {}));
        model.state().trouble(Scenes.TEXTS.get("hosting.storage-full", 12, "/home/ana/.local/share/parley"));
        photograph("panel-trouble", LIGHT, 480, 760, () -> new HostPanelView(model, Scenes.TEXTS, screens, () -> {}));
        model.state().stopped();
        photograph("panel-nothing", LIGHT, 480, 300, () -> new HostPanelView(model, Scenes.TEXTS, screens, () -> {}));
    }
}
