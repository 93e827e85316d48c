package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.memory.SettingsStore;
import dev.parley.app.ui.RecordingNavigator;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.KnownHosts;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// Everything around a start screen, without network, toolkit or time of its own.
final class Rig implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    final RecordingNavigator navigator = new RecordingNavigator();
    final HandLookout lookout = new HandLookout();
    final HandDriven time = new HandDriven();
    final SettingsStore settings;
    final RoomMemory memory;
    final KnownHosts known;
    final ObservableSet<RoomKey> inside = FXCollections.observableSet();
    final List<String> hosted = new ArrayList<>();
    CompletableFuture<HostResult> answer = new CompletableFuture<>();
    final StartModel model;

    /// @param name empty for a first run
    Rig(Path folder, String name) {
        settings = SettingsStore.open(folder.resolve("settings.json"));
        if (!name.isEmpty()) {
            settings.change(s -> s.withName(name));
        }
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        memory = RoomMemory.open(folder.resolve("rooms.json"), clock);
        known = FileKnownHosts.open(folder.resolve("known-hosts.json"));
        model = new StartModel(new StartParts(settings, memory, known, lookout, host(), navigator, inside,
                Texts.ofWindow(Locale.ENGLISH), new UserName("ana"), Path.of("/home/ana/.local/share/parley"), clock,
                ZoneOffset.UTC, Runnable::run, Runnable::run, time));
    }

    private Host host() {
        return new Host() {
            @Override
            public CompletableFuture<HostResult> host(HostRequest r) {
                hosted.add("%s %s %s %s %s".formatted(r.room(), r.password().map(String::new).orElse("-"), r.history(), r.idle(), r.port()));
                answer = new CompletableFuture<>();
                return answer;
            }

            @Override
            public CompletableFuture<HostResult> hostAgain(RoomName room, OptionalInt port) {
                hosted.add("again " + room + " " + port);
                answer = new CompletableFuture<>();
                return answer;
            }
        };
    }

    static RoomKey key(String hostId, String room) {
        return new RoomKey(Fingerprint.parse(hostId).orElseThrow(), new RoomName(room));
    }

    void remember(String hostId, String room, String hostName, boolean own, boolean locked, Duration ago) {
        memory.change(key(hostId, room), r -> {
            var visited = r.visitedAt(NOW.minus(ago), "127.0.0.1:7420", hostName, locked);
            return own ? visited.asOwn() : visited;
        });
    }

    void complete(HostResult result) {
        answer.complete(result);
    }

    @Override
    public void close() {
        settings.close();
        memory.close();
    }
}
