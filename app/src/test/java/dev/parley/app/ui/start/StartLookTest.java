package dev.parley.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.Stages;
import dev.parley.discovery.AnnouncedRoom;
import dev.parley.protocol.RoomName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Photographs of the start screen in its states.
class StartLookTest {

    private static final String OWN = "C".repeat(42) + "A";
    private static final String STRANGER = "D".repeat(42) + "A";

    @TempDir
    Path folder = Path.of("");

    private void photograph(String name, Settings look, double width, double height, String person, Consumer<Rig> state)
            throws Exception {
        try (Rig rig = new Rig(folder.resolve(name), person);
                Stages stages = Stages.open(look, width, height, () -> {
                    StartView view = new StartView(rig.model);
                    rig.model.shown();
                    state.accept(rig);
                    return view;
                })) {
            Stages.onFx(() -> {
                if (stages.stage().getScene().getRoot() instanceof StartView view && !rig.model.address().openProperty().get()) {
                    view.focusFirst();
                }
                return true;
            });
            assertThat(Files.size(stages.photograph(name))).isGreaterThan(5_000);
            Stages.onFx(() -> {
                rig.model.hidden();
                return true;
            });
        }
    }

    private static Settings light() {
        return Settings.standard().withLook(Settings.Look.LIGHT);
    }

    private static void rooms(Rig rig) {
        var crew = HandLookout.room("Crew", true, 7, "Ben", HandLookout.BEN);
        var party = HandLookout.room("LAN party", false, 23, "健太", HandLookout.KENTA);
        rig.known.pin(crew.address(), crew.room(), Rig.key(HandLookout.BEN, "Crew").host());
        rig.remember(OWN, "Physics 3A", "Ana", true, true, Duration.ofHours(30));
        rig.remember(STRANGER, "Читательский клуб", "Ольга", false, true, Duration.ofDays(3));
        rig.model.hidden();
        rig.model.shown();
        rig.lookout.found(crew);
        rig.lookout.found(party);
        rig.lookout.found(HandLookout.room("Workshop: soldering", true, 1, "Ольга", STRANGER));
        rig.lookout.found(HandLookout.room("物理クラブ 三年生と先生のための部屋です", false, 1204, "山田健太", HandLookout.KENTA));
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Look.class, names = {"LIGHT", "DARK"})
    void roomsInSight(Settings.Look look) throws Exception {
        photograph("start-" + look, Settings.standard().withLook(look), 1200, 760, "Ana", rig -> {
            rooms(rig);
            rig.model.hosting().roomProperty().set("Physics 2B");
            rig.model.hosting().passwordProperty().set("comet lantern fig");
        });
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Look.class, names = {"LIGHT", "DARK"})
    void firstRunWhileSearching(Settings.Look look) throws Exception {
        photograph("start-first-" + look, Settings.standard().withLook(look), 1200, 760, "", rig -> {});
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Look.class, names = {"LIGHT", "DARK"})
    void nobodyThere(Settings.Look look) throws Exception {
        photograph("start-empty-" + look, Settings.standard().withLook(look), 1200, 760, "Ana",
                rig -> rig.time.pass(Duration.ofSeconds(4)));
    }

    @Test
    void advancedWithProblems() throws Exception {
        photograph("start-advanced", light(), 1200, 900, "Ana", rig -> {
            rooms(rig);
            rig.model.hosting().advancedProperty().set(true);
            rig.model.hosting().passwordProperty().set("12345678");
            rig.model.hosting().portProperty().set("99999");
        });
    }

    @Test
    void portTakenAndRoomOfBefore() throws Exception {
        photograph("start-port-taken", light(), 1200, 760, "Ana", rig -> {
            rooms(rig);
            rig.model.hosting().roomProperty().set("Physics 3A");
            rig.model.hosting().start();
            rig.complete(new HostResult.PortTaken(7420, 7421));
            rig.model.recent().remove(rig.model.recent().rooms().getLast());
        });
    }

    @Test
    void changedHostAndRoomThatIsOpen() throws Exception {
        photograph("start-changed", Settings.standard().withLook(Settings.Look.DARK), 1200, 760, "Ana", rig -> {
            var crew = HandLookout.room("Crew", true, 7, "Ben", HandLookout.KENTA);
            rig.known.pin(crew.address(), crew.room(), Rig.key(HandLookout.BEN, "Crew").host());
            rig.inside.add(Rig.key(STRANGER, "Kitchen"));
            rig.lookout.found(crew);
            rig.lookout.found(HandLookout.room("Kitchen", false, 2, "علي حسن", STRANGER));
            rig.model.hosting().start();
        });
    }

    @Test
    void byAddress() throws Exception {
        photograph("start-address", light(), 1200, 760, "Ana", rig -> {
            rooms(rig);
            rig.lookout.answers("Ben", HandLookout.BEN, new AnnouncedRoom(new RoomName("Crew"), true, 3),
                    new AnnouncedRoom(new RoomName("Lounge"), false, 0));
            rig.model.address().show("parley://192.168.1.20:7420/Robotics%20club#" + HandLookout.BEN);
            rig.model.address().typedProperty().set("127.0.0.1");
            rig.model.address().go();
        });
    }

    @Test
    void byAddressThatIsNone() throws Exception {
        photograph("start-address-wrong", Settings.standard().withLook(Settings.Look.DARK), 1200, 760, "Ana", rig -> {
            rooms(rig);
            rig.model.address().show("");
            rig.model.address().typedProperty().set("not an address");
            rig.model.address().go();
        });
    }

    @Test
    void narrow() throws Exception {
        photograph("start-narrow", light(), 720, 900, "Ana", StartLookTest::rooms);
    }

    @Test
    void narrowFirstRun() throws Exception {
        photograph("start-narrow-first", Settings.standard().withLook(Settings.Look.DARK), 720, 640, "", rig -> {});
    }

    @Test
    void wide() throws Exception {
        photograph("start-wide", light(), 1600, 900, "Ana", StartLookTest::rooms);
    }

    @Test
    void largeText() throws Exception {
        photograph("start-large", light().withTextSize(200), 1200, 980, "Ana", rig -> {
            rooms(rig);
            rig.model.hosting().passwordProperty().set("abc");
            rig.model.hosting().advancedProperty().set(true);
        });
    }

    @Test
    void largeTextInANarrowWindow() throws Exception {
        photograph("start-large-narrow", light().withTextSize(200), 720, 980, "Ana Maria Fernández de Córdoba", StartLookTest::rooms);
    }
}
