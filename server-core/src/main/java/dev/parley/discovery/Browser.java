package dev.parley.discovery;

import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the list of rooms near us and tells a listener how it changes: all calls from one thread, in order, and none
/// after [#close] has returned. Starting, refreshing and asking return at once and may be called from any thread.
///
/// Questions go out at once, after 0.3, 1 and 2 seconds, and then every 3 seconds. A host that is silent for
/// [BrowserConfig#lostAfter] is lost.
public final class Browser implements AutoCloseable {

    private static final long[] ROUND_DELAYS_MILLIS = {300, 700, 1000};
    private static final long ROUND_MILLIS = 3000;
    private static final long TICK_MILLIS = 250;
    private static final long LONGEST_PAUSE = Duration.ofSeconds(3).toNanos();
    private static final long BETWEEN_REFRESHES = Duration.ofMillis(250).toNanos();
    private static final int ROUNDS_BETWEEN_DNS_SD_QUESTIONS = 10;
    private static final int MAX_TRIALS = 16;
    private static final int HASTY_QUESTIONS_PER_SECOND = 20;
    private static final Duration GOODBYE_GRACE = Duration.ofSeconds(2);

    private final BrowserConfig config;
    private final BrowserLoop loop;
    private final Nonces nonces;
    private final Sightings sightings;
    private final Candidates candidates = new Candidates();
    private final Set<InetSocketAddress> remembered = new LinkedHashSet<>();
    private final BeaconSockets sockets;
    private final DnsSdBrowser dnsSd;
    private final NetworkWatch watch;
    // separate, so that a flood of one kind does not keep out the other
    private final Semaphore answers = new Semaphore(500);
    private final Semaphore rumours = new Semaphore(100);
    private final TokenBucket hasty;
    private Set<InetAddress> ours = Set.of();
    private int round;
    private int trials;
    private long refreshedAt;
    private @Nullable ScheduledFuture<?> nextRound;

    private Browser(BrowserConfig config, Consumer<RoomSighting> listener) throws IOException {
        this.config = config;
        this.loop = new BrowserLoop();
        this.nonces = new Nonces(config.random(), config.nanoTime());
        this.hasty = new TokenBucket(HASTY_QUESTIONS_PER_SECOND, config.nanoTime());
        this.sightings = new Sightings(
                config.lostAfter(), a -> ours.contains(a), now(), sighting -> loop.callUnlessClosed(listener, sighting));
        this.sockets = new BeaconSockets(this::received);
        this.dnsSd = new DnsSdBrowser("parley-browser-" + Integer.toHexString(config.random().nextInt()), new Rumours());
        this.watch = new NetworkWatch("parley-browser-watch", config.interfaces(), config.nanoTime(),
                InstantSource.system(), NetworkWatch.INTERVAL,
                (addresses, woke) -> loop.execute(() -> networkIs(addresses, woke)));
    }

    /// Starts to look, and returns at once.
    ///
    /// @throws UncheckedIOException if the system gives us no UDP socket at all
    public static Browser start(BrowserConfig config, Consumer<RoomSighting> listener) {
        try {
            Browser browser = new Browser(config, listener);
            config.remembered().forEach(browser::remember);
            browser.loop.every(TICK_MILLIS, browser::tick);
            browser.watch.start();
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException("no UDP socket", e);
        }
    }

    /// Asks one host directly, several times within `timeout`. Never fails: no answer is an empty result.
    public static CompletableFuture<Optional<Announcement>> ask(InetSocketAddress host, Duration timeout) {
        CompletableFuture<Optional<Announcement>> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("parley-ask").start(
                () -> answer.complete(DirectQuestion.ask(host, timeout, new SecureRandom())));
        return answer;
    }

    /// Asks everybody again now, as if just started. Calls in quick succession count as one.
    public void refreshNow() {
        loop.execute(() -> {
            if (round == 0 || now() - refreshedAt >= BETWEEN_REFRESHES) {
                startOver();
                dnsSd.askAgain();
            }
        });
    }

    private long now() {
        return config.nanoTime().getAsLong();
    }

    private void remember(InetSocketAddress host) {
        if (host.isUnresolved()) {
            Thread.ofVirtual().name("parley-resolve").start(() -> {
                InetSocketAddress resolved = new InetSocketAddress(host.getHostString(), host.getPort());
                if (!resolved.isUnresolved()) {
                    loop.execute(() -> remember(resolved));
                }
            });
        } else if (remembered.add(host) && round > 0) {
            askDirectly(List.of(host));
        }
    }

    private void networkIs(List<LocalAddress> addresses, boolean woke) {
        ours = new HashSet<>(addresses.stream().map(LocalAddress::address).toList());
        if (config.broadcast()) {
            sockets.bind(addresses, woke);
        }
        if (config.dnsSd()) {
            dnsSd.bind(addresses, woke);
        }
        startOver();
    }

    private void startOver() {
        refreshedAt = now();
        round = 0;
        askAll();
    }

    private void askAll() {
        if (nextRound != null) {
            nextRound.cancel(false);
        }
        byte[] question = Beacon.question(nonces.next());
        if (config.broadcast()) {
            sockets.askEveryone(question, round);
        }
        Set<InetSocketAddress> known = new LinkedHashSet<>(remembered);
        known.addAll(sightings.addresses());
        known.addAll(candidates.addresses(round, now()));
        sockets.askDirectly(question, known, round);
        round++;
        if (round % ROUNDS_BETWEEN_DNS_SD_QUESTIONS == 0) {
            dnsSd.askAgain();
        }
        nextRound = loop.after(
                round <= ROUND_DELAYS_MILLIS.length ? ROUND_DELAYS_MILLIS[round - 1] : ROUND_MILLIS, this::askAll);
    }

    private void askDirectly(List<InetSocketAddress> hosts) {
        sockets.askDirectly(Beacon.question(nonces.next()), hosts, 0);
    }

    private void tick() {
        long now = now();
        sightings.tick(now, LONGEST_PAUSE);
        for (Candidates.Trial trial : candidates.due(now, MAX_TRIALS - trials)) {
            trials++;
            Thread.ofVirtual().name("parley-trial").start(() -> {
                Optional<InetSocketAddress> connected = TcpTrial.firstThatConnects(trial.addresses());
                loop.execute(() -> tried(trial, connected));
            });
        }
    }

    private void tried(Candidates.Trial trial, Optional<InetSocketAddress> connected) {
        trials--;
        connected.ifPresent(address -> candidates.connected(trial.hostId(), now())
                .ifPresent(announcement -> sightings.heard(announcement, true, address, now())));
    }

    /// On a socket's thread: throws away cheaply what nobody asked for.
    private void received(ByteBuffer datagram, InetSocketAddress from) {
        OptionalLong nonce = Beacon.nonceOfAnswer(datagram);
        if (nonce.isPresent() && nonces.isOurs(nonce.getAsLong())) {
            Beacon.bodyOfAnswer(datagram).ifPresent(answer -> loop.executeIfPlace(answers, () -> heard(answer, from)));
        }
    }

    private void heard(Beacon.Answer answer, InetSocketAddress from) {
        if (sightings.heard(answer.announcement(), answer.complete(), from, now())) {
            candidates.answered(answer.announcement().hostId(), now());
        }
    }

    private final class Rumours implements DnsSdBrowser.Sink {
        @Override
        public void rumoured(DnsSdRoom room, List<InetSocketAddress> addresses) {
            loop.executeIfPlace(rumours, () -> {
                if (candidates.rumoured(room, addresses, now()) && hasty.tryTake()) {
                    askDirectly(addresses);
                }
            });
        }

        @Override
        public void goodbye(String hostId, RoomName room) {
            loop.executeIfPlace(rumours, () -> {
                candidates.goodbye(hostId, room);
                sightings.doubt(hostId, GOODBYE_GRACE, now());
                sightings.addressOf(hostId).filter(a -> hasty.tryTake()).ifPresent(a -> askDirectly(List.of(a)));
            });
        }
    }

    /// Stops looking. Waits for a listener that is running, unless called by it; DNS-SD may take a few seconds more
    /// in the background.
    @Override
    public void close() {
        watch.close();
        loop.close(() -> {
            sockets.close();
            dnsSd.close();
        });
    }
}
