package dev.parley.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.Stages;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearbyViewTest {

    @TempDir
    Path folder = Path.of("");

    private static void onFx(Runnable work) {
        Stages.onFx(() -> {
            work.run();
            return true;
        });
    }

    private static List<String> shown(Stages stages) {
        return Stages.onFx(() -> stages.stage().getScene().getRoot().lookupAll(".room-row").stream()
                .map(row -> ((Label) row.lookup(".bold")).getText()).toList());
    }

    private static Button join(Stages stages, int row) {
        return Stages.onFx(() -> stages.stage().getScene().getRoot().lookupAll(".room-row").stream().skip(row)
                .flatMap(r -> ((HBox) r).getChildren().stream())
                .filter(Button.class::isInstance).map(Button.class::cast).findFirst().orElseThrow());
    }

    @Test
    void rowsComeAndGoWhileTheFocusStays() {
        var crew = HandLookout.room("Crew", true, 7, "Ben", HandLookout.BEN);
        var attic = HandLookout.room("Attic", true, 1, "Ben", HandLookout.BEN);
        try (Rig rig = new Rig(folder, "Ana");
                Stages stages = Stages.open(Settings.standard(), 800, 500, () -> {
                    NearbyView view = new NearbyView(rig.model.nearby(), rig.model.texts(), () -> {}, () -> {});
                    rig.model.shown();
                    rig.lookout.found(crew);
                    return view;
                })) {
            Node focused = join(stages, 0);
            onFx(() -> {
                focused.requestFocus();
                rig.lookout.found(attic);
                rig.lookout.updated(HandLookout.room("Crew", true, 8, "Ben", HandLookout.BEN));
            });
            assertThat(shown(stages)).containsExactly("Attic", "Crew");
            assertThat(Stages.onFx(() -> stages.stage().getScene().getFocusOwner())).isSameAs(focused);
            onFx(() -> rig.lookout.lost(attic));
            await().untilAsserted(() -> assertThat(shown(stages)).containsExactly("Crew"));
            onFx(rig.model::hidden);
        }
    }
}
