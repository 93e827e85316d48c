package dev.parley.app.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.app.ui.hosting.RoomSettingsModel.Field;
import dev.parley.app.ui.hosting.RoomSettingsModel.Said;
import dev.parley.app.ui.start.HostRequest;
import dev.parley.log.History;
import dev.parley.log.Retention;
import dev.parley.protocol.RoomName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RoomSettingsModelTest {

    @TempDir
    Path folder = Path.of("");

    private final ExecutorService fx = Executors.newSingleThreadExecutor();

    private <T> T see(Callable<T> what) throws Exception {
        return fx.submit(what).get(20, TimeUnit.SECONDS);
    }

    private Said after(RoomSettingsModel model, Consumer<RoomSettingsModel> verb) throws Exception {
        see(() -> {
            verb.accept(model);
            return true;
        });
        await().until(() -> see(() -> !model.busyProperty().get()));
        return see(() -> model.saidProperty().get());
    }

    @Test
    void everyChangeIsMadeAtOnceAndWhatFailsIsSaidBesideItsField() throws Exception {
        HostParts parts = Scenes.parts(folder, fx);
        try (var _ = parts.memory(); var _ = parts.settings(); HostModel host = new HostModel(parts)) {
            for (String name : new String[] {"Crew", "Physics 2B"}) {
                host.host(new HostRequest(new RoomName(name), Optional.empty(), new History.All(), Duration.ofMinutes(5),
                        OptionalInt.of(0), Retention.FOREVER)).get(20, TimeUnit.SECONDS);
            }
            HostedRoom crew = see(() -> host.state().find(new RoomName("Crew")).orElseThrow());
            RoomSettingsModel model = new RoomSettingsModel(host, crew, Scenes.TEXTS);

            assertThat(after(model, m -> m.rename(" ")).of(Field.NAME)).isTrue();
            assertThat(after(model, m -> m.rename("PHYSICS 2B")))
                    .isEqualTo(new Said(Field.NAME, Scenes.TEXTS.get("hosting.name-taken"), false));
            assertThat(after(model, m -> m.rename("Crew")).words()).isEmpty();
            assertThat(after(model, m -> m.rename("Deck crew")).good()).isTrue();
            assertThat(see(crew::name)).isEqualTo(new RoomName("Deck crew"));

            assertThat(after(model, m -> m.setPassword(new char[0])).good()).isFalse();
            assertThat(after(model, m -> m.setPassword("x".repeat(257).toCharArray())).words()).contains("256");
            assertThat(after(model, m -> m.setPassword("three small boats".toCharArray())).of(Field.PASSWORD)).isTrue();
            await().until(() -> see(() -> crew.lockedProperty().get()));
            assertThat(after(model, RoomSettingsModel::removePassword).good()).isTrue();
            await().until(() -> see(() -> !crew.lockedProperty().get()));

            after(model, m -> m.idle(Duration.ZERO));
            after(model, m -> m.history(new History.Last(50)));
            assertThat(after(model, m -> m.retention(new Retention(Optional.of(Duration.ofDays(1)), OptionalLong.empty())))
                    .of(Field.RULES)).isTrue();
            await().untilAsserted(() -> {
                var options = see(() -> crew.optionsProperty().get());
                assertThat(options.idle()).isZero();
                assertThat(options.history()).isEqualTo(new History.Last(50));
                assertThat(options.retention().age()).contains(Duration.ofDays(1));
            });
            assertThat(after(model, RoomSettingsModel::forgive).of(Field.ROOM)).isTrue();
        } finally {
            fx.shutdown();
        }
    }
}
