package dev.parley.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.KnownHosts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearbyModelTest {

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // made before each test
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder, "Ana");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<String> names() {
        return rig.model.nearby().rooms().stream().map(r -> r.seen().room().value()).toList();
    }

    private NearbyModel.Phase phase() {
        return rig.model.nearby().phaseProperty().get();
    }

    @Test
    void looksOutOnlyWhileItIsShown() {
        rig.model.shown();
        rig.model.shown();
        assertThat(rig.lookout.open).hasValue(1);
        rig.lookout.found(HandLookout.room("Crew", false, 1, "Ben", HandLookout.BEN));
        rig.model.hidden();
        rig.model.hidden();
        assertThat(rig.lookout.open).hasValue(0);
        rig.lookout.found(HandLookout.room("Late", false, 1, "Ben", HandLookout.BEN));
        assertThat(names()).isEmpty();
        rig.model.shown();
        assertThat(rig.lookout.open).hasValue(1);
    }

    @Test
    void searchesForAWhileBeforeItSaysThatThereIsNobody() {
        rig.model.shown();
        assertThat(phase()).isEqualTo(NearbyModel.Phase.SEARCHING);
        rig.time.pass(Duration.ofSeconds(2));
        assertThat(phase()).isEqualTo(NearbyModel.Phase.SEARCHING);
        rig.time.pass(Duration.ofSeconds(2));
        assertThat(phase()).isEqualTo(NearbyModel.Phase.NONE);
        var crew = HandLookout.room("Crew", false, 1, "Ben", HandLookout.BEN);
        rig.lookout.found(crew);
        assertThat(phase()).isEqualTo(NearbyModel.Phase.ROOMS);
        rig.lookout.lost(crew);
        assertThat(phase()).isEqualTo(NearbyModel.Phase.NONE);
    }

    @Test
    void roomsAreInOrderAndChangeInPlace() {
        rig.model.shown();
        rig.lookout.found(HandLookout.room("zebra", false, 1, "Ben", HandLookout.BEN));
        rig.lookout.found(HandLookout.room("Crew", false, 1, "Ben", HandLookout.BEN));
        rig.lookout.found(HandLookout.room("Écran", false, 1, "健太", HandLookout.KENTA));
        assertThat(names()).containsExactly("Crew", "Écran", "zebra");
        List<String> changes = new ArrayList<>();
        rig.model.nearby().rooms().addListener((ListChangeListener<NearRoom>) c -> {
            while (c.next()) {
                changes.add(c.getFrom() + "-" + c.getTo() + (c.wasReplaced() ? " replaced" : ""));
            }
        });
        rig.lookout.updated(HandLookout.room("Écran", true, 9, "健太", HandLookout.KENTA));
        assertThat(changes).containsExactly("1-2 replaced");
        assertThat(rig.model.nearby().rooms().get(1).seen().members()).isEqualTo(9);
    }

    @Test
    void aFloodOfRoomsIsCapped() {
        rig.model.shown();
        for (int i = 0; i < 300; i++) {
            rig.lookout.found(HandLookout.room("Room " + i, false, 1, "Eve", HandLookout.KENTA));
        }
        assertThat(names()).hasSize(200);
    }

    @Test
    void marksWhatIsKnownChangedOpenAndOurs() {
        var crew = HandLookout.room("Crew", true, 1, "Ben", HandLookout.BEN);
        var kitchen = HandLookout.room("Kitchen", true, 1, "Ben", HandLookout.BEN);
        rig.known.pin(crew.address(), crew.room(), Rig.key(HandLookout.BEN, "Crew").host());
        rig.known.pin(kitchen.address(), kitchen.room(), Rig.key(HandLookout.KENTA, "Kitchen").host());
        rig.remember(HandLookout.KENTA, "Mine", "Ana", true, false, Duration.ofDays(1));
        rig.model.shown();
        rig.lookout.found(crew);
        rig.lookout.found(kitchen);
        rig.lookout.found(HandLookout.room("Mine", false, 1, "Ana", HandLookout.KENTA));
        assertThat(rig.model.nearby().rooms()).extracting(NearRoom::standing).containsExactly(
                KnownHosts.Standing.KNOWN, KnownHosts.Standing.CHANGED, KnownHosts.Standing.NEW);
        assertThat(rig.model.nearby().rooms().getLast().own()).isTrue();
        rig.inside.add(Rig.key(HandLookout.BEN, "Crew"));
        assertThat(rig.model.nearby().rooms().getFirst().inside()).isTrue();
    }

    @Test
    void joiningLeadsToTheWayInOrBackToAnOpenRoom() {
        var kitchen = HandLookout.room("Kitchen", true, 1, "Ben", HandLookout.BEN);
        rig.known.pin(kitchen.address(), kitchen.room(), Rig.key(HandLookout.KENTA, "Kitchen").host());
        rig.model.shown();
        rig.lookout.found(kitchen);
        rig.model.nearby().join(rig.model.nearby().rooms().getFirst());
        rig.inside.add(Rig.key(HandLookout.BEN, "Kitchen"));
        rig.model.nearby().join(rig.model.nearby().rooms().getFirst());
        assertThat(rig.navigator.calls).containsExactly("join Kitchen", "room Kitchen");
    }
}
