package dev.parley.app.ui.hosting;

import dev.parley.app.DataFolder;
import dev.parley.app.Texts;
import dev.parley.app.link.Entrance;
import dev.parley.app.link.JoinOutcome;
import dev.parley.app.link.JoinWish;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.memory.SettingsStore;
import dev.parley.app.session.HostPlace;
import dev.parley.app.session.Hosting;
import dev.parley.crypto.Fingerprint;
import dev.parley.discovery.LocalAddress;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// A host for tests: a real one in a folder, or a state as a server would give it.
final class Scenes {

    static final Texts TEXTS = Texts.ofWindow(Locale.ENGLISH);
    static final Fingerprint KEY = Fingerprint.parse("Qm9uam91ci1kZS1sYS1jbGFzc2UtZGUtcGh5c2lxdWU").orElseThrow();
    static final Instant NOW = Instant.parse("2026-11-20T10:00:30Z");

    private Scenes() {}

    /// Goes into own rooms at once.
    static final class OpenDoor implements Entrance {
        @Override
        public CompletableFuture<JoinOutcome> join(JoinWish wish) {
            return CompletableFuture.completedFuture(new JoinOutcome.CannotConnect("not here"));
        }

        @Override
        public CompletableFuture<JoinOutcome> joinOwn(Hosting hosting, RoomName room, UserName name) {
            return CompletableFuture.completedFuture(new JoinOutcome.In(new RoomKey(hosting.fingerprint(), room)));
        }
    }

    static HostParts parts(Path folder, Executor fx) {
        DataFolder data = new DataFolder(folder.resolve("data"));
        SettingsStore settings = SettingsStore.open(folder.resolve("settings.json"));
        settings.change(s -> s.withName("Ana"));
        return new HostParts(data, settings, "ana", RoomMemory.open(folder.resolve("rooms.json"), Clock.systemUTC()),
                new OpenDoor(), h -> {}, TEXTS, new SecureRandom(), Clock.systemUTC(), Optional.of("127.0.0.1"), false, "test", fx);
    }

    static HostPlace place(String network, LocalAddress.Kind kind, String address) {
        try {
            return new HostPlace(network, kind, new InetSocketAddress(InetAddress.getByName(address), 7420));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<HostPlace> threePlaces() {
        return List.of(place("Wi-Fi", LocalAddress.Kind.LAN, "192.168.1.20"),
                place("Ethernet", LocalAddress.Kind.LAN, "2001:db8:85a3::8a2e:370:7334"),
                place("wg0", LocalAddress.Kind.VPN, "10.8.0.2"));
    }

    /// A host that looks as if it had been running for half an hour.
    static HostModel busyHost(HostParts parts) {
        HostModel host = new HostModel(parts);
        HostState state = host.state();
        state.started(KEY, 7420, new UserName("Ana"), "");
        state.places(threePlaces());
        state.rooms(List.of(seen("Physics 2B", true, 13), seen("健太の勉強部屋", false, 4)), NOW);
        state.inside(new RoomName("Physics 2B"), new UserName("Ana"), true);
        int[] perMinute = {0, 0, 3, 8, 12, 9, 20, 31, 28, 15, 7, 0, 0, 2, 5, 18, 24, 38, 41, 36, 22, 12, 9, 14, 19, 27, 30, 26, 38};
        for (int i = 0; i < perMinute.length; i++) {
            Instant when = NOW.minus(Duration.ofMinutes(perMinute.length - i));
            state.stored(Map.of(new RoomName("Physics 2B"), perMinute[i]), when);
        }
        state.stored(Map.of(new RoomName("Physics 2B"), 11), NOW);
        return host;
    }

    static HostState.Seen seen(String name, boolean locked, int people) {
        return new HostState.Seen(new Reply.RoomInfo(new RoomName(name), locked, people), RoomOptions.standard());
    }
}
