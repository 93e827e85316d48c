package dev.parley.app.ui.join;

import dev.parley.app.Texts;
import dev.parley.app.link.Entrance;
import dev.parley.app.link.JoinOutcome;
import dev.parley.app.link.JoinWish;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.SettingsStore;
import dev.parley.app.session.FakeLookout;
import dev.parley.app.session.Hosting;
import dev.parley.app.session.Located;
import dev.parley.app.session.RoomFinder;
import dev.parley.app.ui.RecordingNavigator;
import dev.parley.app.ui.start.HandDriven;
import dev.parley.client.FileKnownHosts;
import dev.parley.client.KnownHosts;
import dev.parley.crypto.Fingerprint;
import dev.parley.discovery.SightedRoom;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// Everything around the way into a room; the test says what the host answers.
final class JoinRig implements AutoCloseable {

    static final Fingerprint BEN = Fingerprint.parse("B".repeat(42) + "A").orElseThrow();
    static final Fingerprint EVE = Fingerprint.parse("E".repeat(42) + "A").orElseThrow();
    static final InetSocketAddress PLACE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7420);
    static final RoomName CREW = new RoomName("Crew");

    /// A clock that goes with the hand-driven time.
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    final RecordingNavigator navigator = new RecordingNavigator();
    final FakeLookout lookout = new FakeLookout();
    final HandDriven time = new HandDriven();
    final List<String> wishes = new ArrayList<>();
    final KnownHosts known;
    final SettingsStore settings;
    private final Hands clock = new Hands();
    private CompletableFuture<JoinOutcome> answer = new CompletableFuture<>();

    JoinRig(Path folder) {
        settings = SettingsStore.open(folder.resolve("settings.json"));
        settings.change(s -> s.withName("Ana"));
        known = FileKnownHosts.open(folder.resolve("known-hosts.json"));
    }

    Located located(boolean locked, Fingerprint host) {
        return new RoomFinder(lookout, known).trusting(host).located(
                new SightedRoom(CREW, locked, 3, new UserName("Ben"), host.toString(), PLACE));
    }

    JoinModel model(Located where) {
        return new JoinModel(new JoinParts(entrance(), settings, known, navigator, Texts.ofWindow(Locale.ENGLISH),
                new UserName("ana"), clock, Runnable::run, Runnable::run, time), where);
    }

    private Entrance entrance() {
        return new Entrance() {
            @Override
            public CompletableFuture<JoinOutcome> join(JoinWish wish) {
                wishes.add("%s %s %s %s".formatted(wish.where().room(), wish.name().first(),
                        wish.password().map(String::new).orElse("-"), wish.trusted()));
                answer = new CompletableFuture<>();
                return answer;
            }

            @Override
            public CompletableFuture<JoinOutcome> joinOwn(Hosting hosting, RoomName room, UserName name) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /// What the host says to the last wish.
    void answers(JoinOutcome outcome) {
        answer.complete(outcome);
    }

    boolean isGivenUp() {
        return answer.isCancelled();
    }

    void letsIn() {
        answers(new JoinOutcome.In(new RoomKey(BEN, CREW)));
    }

    void pass(Duration gone) {
        clock.now = clock.now.plus(gone);
        time.pass(gone);
    }

    @Override
    public void close() {
        settings.close();
    }
}
