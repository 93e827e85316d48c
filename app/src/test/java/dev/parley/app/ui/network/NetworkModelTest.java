package dev.parley.app.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Texts;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.RecordingNavigator;
import dev.parley.app.ui.Stages;
import dev.parley.discovery.Finding;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkModelTest {

    private static final List<Finding> FINDINGS = List.of(
            new Finding(Finding.Level.OK, "card", Map.of("interface", "wlan0", "name", "Intel Wi-Fi", "address", "192.168.1.20", "kind", "LAN")),
            new Finding(Finding.Level.WARN, "vpn", Map.of("interfaces", "tun0")),
            new Finding(Finding.Level.OK, "host-here", Map.of("port", "7420")),
            new Finding(Finding.Level.FAIL, "tcp", Map.of("interface", "wlan0", "address", "192.168.1.20", "port", "7420")),
            new Finding(Finding.Level.WARN, "hosts-seen", Map.of("hosts", "0")));

    private final RecordingNavigator navigator = new RecordingNavigator();
    private final List<Runnable> waiting = new ArrayList<>();

    private NetworkModel model(List<Finding> found, Executor background) {
        return new NetworkModel(() -> found, navigator, Texts.ofWindow(Locale.ENGLISH), background, Runnable::run);
    }

    @Test
    void theWorstComesFirstWithWhatToDo() {
        NetworkModel model = model(FINDINGS, Runnable::run);
        model.run();
        assertThat(model.phaseProperty().get()).isEqualTo(NetworkModel.Phase.BAD);
        assertThat(model.findings()).extracting(FindingText::level).containsExactly(Finding.Level.FAIL,
                Finding.Level.WARN, Finding.Level.WARN, Finding.Level.OK, Finding.Level.OK);
        assertThat(model.findings().getFirst().words()).isEqualTo("Your room takes no connections at 192.168.1.20.");
        assertThat(model.findings().getFirst().remedy()).contains("firewall").contains("7420");
        assertThat(model.report().lines()).hasSize(5).first().asString().startsWith("[Problem]");
    }

    @Test
    void anAnswerThatComesAfterLeavingIsForgotten() {
        NetworkModel model = model(FINDINGS, waiting::add);
        model.run();
        assertThat(model.phaseProperty().get()).isEqualTo(NetworkModel.Phase.RUNNING);
        model.back();
        waiting.forEach(Runnable::run);
        assertThat(model.findings()).isEmpty();
        assertThat(navigator.calls).containsExactly("start");
    }

    @Test
    void aCheckThatFailsSaysSo() {
        NetworkModel model = new NetworkModel(() -> {
            throw new IllegalStateException("test");
        }, navigator, Texts.ofWindow(Locale.ENGLISH), Runnable::run, Runnable::run);
        model.run();
        assertThat(model.phaseProperty().get()).isEqualTo(NetworkModel.Phase.FAILED);
    }

    @Test
    void aFindingOfALaterVersionIsShownAsItIs() {
        assertThat(FindingText.of(new Finding(Finding.Level.WARN, "new-thing", Map.of("a", "b")),
                Texts.ofWindow(Locale.ENGLISH)).words()).contains("new-thing");
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Look.class, names = {"LIGHT", "DARK"})
    void results(Settings.Look look) throws Exception {
        NetworkModel model = model(FINDINGS, Runnable::run);
        try (Stages stages = Stages.open(Settings.standard().withLook(look), 1000, 760, () -> {
            model.run();
            return new NetworkView(model);
        })) {
            assertThat(Files.size(stages.photograph("network-" + look))).isGreaterThan(5_000);
        }
    }

    @Test
    void running() throws Exception {
        NetworkModel model = model(FINDINGS, waiting::add);
        try (Stages stages = Stages.open(Settings.standard().withLook(Settings.Look.LIGHT), 720, 500, () -> {
            model.run();
            return new NetworkView(model);
        })) {
            assertThat(Files.size(stages.photograph("network-running"))).isGreaterThan(5_000);
        }
    }
}
