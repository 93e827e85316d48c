package dev.parley.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.Stages;
import dev.parley.crypto.Fingerprint;
import dev.parley.discovery.SightedRoom;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The pictures of the README, taken from the running program. `mvn test -pl app -am -Dtest=ScreenshotsTest
/// -Dscreenshots=../docs/screenshots` renews them.
@Timeout(180)
class ScreenshotsTest {

    private static final Settings LIGHT = Settings.standard().withLook(Settings.Look.LIGHT).withName("Ana");

    @TempDir
    private Path folder = Path.of("");
    private final Neighbourhood neighbourhood = new Neighbourhood();
    private final HandClock clock = new HandClock("2026-11-20T10:02:00Z");
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private Desk desk(Settings settings) {
        Desk desk = Desk.open(folder.resolve("ana"), "ana", neighbourhood, clock, settings, Optional.empty());
        open.add(desk);
        return desk.sizes(1200, 760);
    }

    private void near(String room, String host, int people, boolean locked, String key) {
        neighbourhood.appears(new SightedRoom(new RoomName(room), locked, people, new UserName(host),
                Fingerprint.parse(key.repeat(42) + "A").orElseThrow().toString(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 7420)));
    }

    private void photograph(Desk desk, String name) throws IOException {
        assertThat(Files.size(desk.photograph(name))).isGreaterThan(8_000);
    }

    @Test
    void start() throws Exception {
        near("Crew", "Ben", 7, true, "A");
        near("LAN party", "健太", 23, false, "B");
        near("Workshop: soldering", "Ольга", 4, true, "C");
        Desk ana = desk(LIGHT).sees("Workshop: soldering").types("host-room", "Physics 2B").types("host-password", "three blue horses");
        photograph(ana, "start");
        ana.chooses(LIGHT.withLook(Settings.Look.DARK));
        photograph(ana, "start-dark");
        ana.chooses(LIGHT).sizes(520, 760);
        photograph(ana, "start-narrow");
        ana.sizes(1200, 760).pressesNamed("Join Crew").sees("Crew takes a password");
        photograph(ana, "join-password");
    }

    @Test
    void nobodyNear() throws Exception {
        Desk ana = desk(LIGHT).sees("No rooms yet");
        photograph(ana, "start-empty");
    }

    @Test
    void room() throws Exception {
        Desk ana = desk(LIGHT).types("host-room", "Physics 2B").presses("host-go").sees("Write to Physics 2B");
        int port = Stages.onFx(() -> ana.program().host().state().portProperty().get());
        List<Guest> guests = new ArrayList<>();
        for (String name : List.of("Ben", "健太", "Ольга", "ليلى")) {
            Guest guest = Guest.joins(folder, port, "Physics 2B", name, guests.size() + 1);
            open.add(guest);
            guests.add(guest);
            ana.sees(name);
        }
        guests.get(0).says("Did everyone get the worksheet? Page 2 has a mistake in the formula.");
        ana.sees("Did everyone get");
        guests.get(0).says("It should be `v = v₀ + a·t`");
        ana.sees("v = v₀ + a·t");
        clock.passes(Duration.ofMinutes(1));
        guests.get(1).says("はい、届きました。ありがとう！🎉");
        ana.sees("はい、届きました");
        clock.passes(Duration.ofMinutes(2));
        guests.get(2).says("Вот исправленная версия: https://example.org/worksheet-2b");
        ana.sees("Вот исправленная");
        guests.get(3).says("شكرا جزيلا");
        ana.sees("شكرا");
        clock.passes(Duration.ofMinutes(1));
        ana.says("Thanks! Try this for the last exercise:\n```\nfor t in range(0, 10):\n    print(t, v0 + a * t)\n```")
                .sees("Thanks! Try this");
        ana.says("Five more minutes, then we compare. @Ben you start.").sees("Five more minutes");
        guests.get(1).isAway();
        guests.get(0).types();
        ana.hears("not at the keyboard").sees("Ben is typing");
        photograph(ana, "room");
        ana.chooses(LIGHT.withLook(Settings.Look.DARK));
        photograph(ana, "room-dark");
        ana.chooses(LIGHT).sizes(520, 760);
        photograph(ana, "room-narrow");
        ana.sizes(1200, 760).chooses(LIGHT.withTextSize(150));
        photograph(ana, "room-large-text");
        ana.chooses(LIGHT).pressesNamed("Share").sees("Invite link");
        photograph(ana, "share");
    }

    @Test
    void whenItDoesNotWork() throws Exception {
        Desk ana = desk(LIGHT).types("host-room", "Crew").presses("host-go").sees("Write to Crew");
        ana.chooses("Stop hosting…").sees("You have stopped hosting");
        photograph(ana, "stopped");
    }
}
