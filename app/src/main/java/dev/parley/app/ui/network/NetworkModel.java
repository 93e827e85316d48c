package dev.parley.app.ui.network;

import dev.parley.app.Texts;
import dev.parley.app.ui.Navigator;
import dev.parley.discovery.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The network check: runs it, and keeps what it found, the worst first.
public final class NetworkModel {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkModel.class);

    /// How it stands.
    public enum Phase { RUNNING, GOOD, NOTES, BAD, FAILED }

    private final Supplier<List<Finding>> check;
    private final Navigator navigator;
    private final Texts texts;
    private final Executor background;
    private final Executor window;
    private final ObservableList<FindingText> findings = FXCollections.observableArrayList();
    private final ObservableList<FindingText> findingsView = FXCollections.unmodifiableObservableList(findings);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.RUNNING);
    private int run;

    /// @param check blocks for some seconds, for example `() -> NetworkCheck.run(port)`
    /// @param background for the check
    /// @param window back to the FX thread
    public NetworkModel(Supplier<List<Finding>> check, Navigator navigator, Texts texts, Executor background, Executor window) {
        this.check = check;
        this.navigator = navigator;
        this.texts = texts;
        this.background = background;
        this.window = window;
    }

    /// Checks, or checks again.
    public void run() {
        int now = ++run;
        phase.set(Phase.RUNNING);
        findings.clear();
        background.execute(() -> {
            Runnable done = check();
            window.execute(() -> {
                if (now == run) {
                    done.run();
                }
            });
        });
    }

    private Runnable check() {
        try {
            List<Finding> found = check.get();
            return () -> show(found);
        } catch (RuntimeException e) {
            LOG.warn("the network check failed", e);
            return () -> phase.set(Phase.FAILED);
        }
    }

    private void show(List<Finding> found) {
        findings.setAll(found.stream()
                .sorted(Comparator.comparing(Finding::level).reversed())
                .map(f -> FindingText.of(f, texts))
                .toList());
        Finding.Level worst = found.stream().map(Finding::level).max(Comparator.naturalOrder()).orElse(Finding.Level.OK);
        phase.set(switch (worst) {
            case OK -> Phase.GOOD;
            case WARN -> Phase.NOTES;
            case FAIL -> Phase.BAD;
        });
    }

    /// Leaves; what is still running is forgotten.
    public void back() {
        run++;
        navigator.start();
    }

    /// Everything as text, to send to somebody who can help.
    public String report() {
        return findings.stream()
                .map(f -> texts.get("network.report-line", texts.get(mark(f.level())), f.words(), f.remedy()).strip())
                .collect(Collectors.joining("\n"));
    }

    private static String mark(Finding.Level level) {
        return switch (level) {
            case OK -> "network.mark-ok";
            case WARN -> "network.mark-warn";
            case FAIL -> "network.mark-fail";
        };
    }

    /// The report was copied.
    public void copied() {
        navigator.say(texts.get("network.copied"));
    }

    /// What was found, the worst first.
    public ObservableList<FindingText> findings() {
        return findingsView;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    Texts texts() {
        return texts;
    }

    /// How bad a finding is, as it is spoken.
    String spoken(Finding.Level level) {
        return texts.get(mark(level));
    }
}
