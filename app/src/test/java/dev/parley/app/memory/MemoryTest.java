package dev.parley.app.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final Fingerprint HOST = Fingerprint.parse("A".repeat(43)).orElseThrow();

    @TempDir
    private Path folder = Path.of("");

    private static RoomKey key(String room) {
        return new RoomKey(HOST, new RoomName(room));
    }

    @Test
    void settingsComeBackAfterARestart() {
        Path file = folder.resolve("settings.json");
        Settings.WindowPlace place = new Settings.WindowPlace(10, 20, 800, 600, true);
        try (SettingsStore store = SettingsStore.open(file)) {
            assertThat(store.get()).isEqualTo(Settings.standard());
            store.change(s -> s.withName("Ольга").withLook(Settings.Look.DARK).withTextSize(150).withSounds(false)
                    .withAvatar(4, Optional.of("me.png")).withAccent("violet").withTcpOnly(true).withWindow(place));
        }
        try (SettingsStore store = SettingsStore.open(file)) {
            assertThat(store.get()).isEqualTo(new Settings(Optional.of("Ольга"), 4, Optional.of("me.png"),
                    Settings.Look.DARK, "violet", 150, false, true, true, Optional.of(place)));
        }
    }

    @Test
    void settingsThatCannotBeReadAreKeptAside() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"name\": [");
        try (SettingsStore store = SettingsStore.open(file)) {
            assertThat(store.get()).isEqualTo(Settings.standard());
        }
        assertThat(folder.resolve("settings.json.damaged")).hasContent("{\"name\": [");
    }

    @Test
    void nonsenseInSettingsIsBroughtIntoBounds() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"name\": \" \", \"textSize\": 9000, \"look\": \"PINK\", \"more\": 1}");
        try (SettingsStore store = SettingsStore.open(file)) {
            assertThat(store.get()).isEqualTo(Settings.standard().withTextSize(200));
        }
    }

    @Test
    void listenersHearChangesUntilTheyLetGo() {
        List<Integer> heard = new ArrayList<>();
        try (SettingsStore store = SettingsStore.open(folder.resolve("settings.json"))) {
            Runnable handle = store.onChange(s -> heard.add(s.textSize()));
            store.change(s -> s.withTextSize(120));
            store.change(s -> s.withTextSize(120));
            handle.run();
            store.change(s -> s.withTextSize(90));
        }
        assertThat(heard).containsExactly(120);
    }

    @Test
    void roomsComeBackWithTheNewestVisitFirst() {
        Path file = folder.resolve("rooms.json");
        try (RoomMemory memory = RoomMemory.open(file, CLOCK)) {
            memory.change(key("Crew"), r -> r.visitedAt(CLOCK.instant().minusSeconds(60), "192.168.1.9:7420", "Ben", true)
                    .readTo(12).withDraft("half a").withMuted(true));
            memory.change(key("健太の部屋"), r -> r.visitedAt(CLOCK.instant(), "192.168.1.7:7420", "健太", false).asOwn());
        }
        try (RoomMemory memory = RoomMemory.open(file, CLOCK)) {
            assertThat(memory.all()).extracting(r -> r.key().room().value()).containsExactly("健太の部屋", "Crew");
            assertThat(memory.find(key("Crew"))).hasValue(new RememberedRoom(key("Crew"), "Ben", "192.168.1.9:7420", false,
                    true, CLOCK.instant().minusSeconds(60), 12, true, "half a"));
        }
    }

    @Test
    void theReadMarkNeverGoesBack() {
        try (RoomMemory memory = RoomMemory.open(folder.resolve("rooms.json"), CLOCK)) {
            memory.change(key("Crew"), r -> r.readTo(12));
            assertThat(memory.change(key("Crew"), r -> r.readTo(5)).read()).isEqualTo(12);
        }
    }

    @Test
    void aRenamedRoomIsRememberedOnce() {
        try (RoomMemory memory = RoomMemory.open(folder.resolve("rooms.json"), CLOCK)) {
            memory.change(key("Crew"), r -> r.readTo(12));
            memory.change(key("Crew"), r -> r.renamed(key("Bridge")));
            assertThat(memory.all()).extracting(r -> r.key().room().value()).containsExactly("Bridge");
        }
    }

    @Test
    void onlyTheNewestTwoHundredRoomsAreKept() {
        try (RoomMemory memory = RoomMemory.open(folder.resolve("rooms.json"), CLOCK)) {
            for (int i = 0; i < 230; i++) {
                Instant when = CLOCK.instant().plusSeconds(i);
                memory.change(key("Room " + i), r -> r.visitedAt(when, "", "", false));
            }
            assertThat(memory.all()).hasSize(200).first().extracting(r -> r.key().room().value()).isEqualTo("Room 229");
        }
    }

    @Test
    void linesThatAreNotRoomsAreLeftOut() throws IOException {
        Path file = folder.resolve("rooms.json");
        Files.writeString(file, "{\"rooms\":[{\"host\":\"x\",\"room\":\"Crew\"},{\"host\":\"" + HOST + "\",\"room\":\"\"},"
                + "{\"host\":\"" + HOST + "\",\"room\":\"Good\"}]}");
        try (RoomMemory memory = RoomMemory.open(file, CLOCK)) {
            assertThat(memory.all()).extracting(r -> r.key().room().value()).containsExactly("Good");
        }
    }
}
