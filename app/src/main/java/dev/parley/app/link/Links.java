package dev.parley.app.link;

import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.Hosting;
import dev.parley.client.ClientConfig;
import dev.parley.client.KnownHosts;
import dev.parley.client.RoomClient;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// All connections of this program. Any thread; nothing blocks but [#close].
public final class Links implements Entrance, AutoCloseable {

    private static final long FAREWELL_MILLIS = 1_500;

    private final Function<ClientConfig, RoomClient> clients;
    private final KnownHosts known;
    private final byte[] device;
    private final BooleanSupplier datagrams;
    private final Executor window;
    private final List<Consumer<OpenRoom>> listeners = new CopyOnWriteArrayList<>();
    private final List<HostLink> hosts = new ArrayList<>();
    private boolean closed;
    private CompletableFuture<Boolean> deserted = new CompletableFuture<>();

    /// @param clients how to connect
    /// @param known keys of hosts; what is joined is pinned there
    /// @param device secret of the data folder, 32 bytes; copied
    /// @param datagrams asked at each new connection; false to stay on TCP
    /// @param window where everything is told: tasks run one after the other
    public Links(Function<ClientConfig, RoomClient> clients, KnownHosts known, byte[] device, BooleanSupplier datagrams, Executor window) {
        this.clients = clients;
        this.known = known;
        this.device = device.clone();
        this.datagrams = datagrams;
        this.window = window;
    }

    /// Told of every room that we come into, on the executor of the window, before anything happens in it. Run the
    /// handle to hear no more.
    public Runnable onOpen(Consumer<OpenRoom> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletableFuture<JoinOutcome> join(JoinWish wish) {
        Attempt attempt = Attempt.of(wish);
        enter(attempt, link -> link.leadsTo(wish.where()),
                () -> new Dialling.Elsewhere(wish.where(), known, clients, device, datagrams.getAsBoolean()));
        return attempt.outcome();
    }

    @Override
    public CompletableFuture<JoinOutcome> joinOwn(Hosting hosting, RoomName room, UserName name) {
        Attempt attempt = Attempt.own(room, name);
        forget(link -> link.dialling() instanceof Dialling.Here(var other, _) && other != hosting
                && other.fingerprint().equals(hosting.fingerprint()));
        enter(attempt, link -> link.dialling() instanceof Dialling.Here(var other, _) && other == hosting,
                () -> new Dialling.Here(hosting, clients));
        return attempt.outcome();
    }

    /// Our own host stops: nobody waits for it to come back.
    public void stopped(Hosting hosting) {
        forget(link -> link.dialling() instanceof Dialling.Here(var other, _) && other == hosting);
    }

    private interface Way {
        Dialling get();
    }

    private void enter(Attempt attempt, Predicate<HostLink> same, Way way) {
        Thread.startVirtualThread(() -> {
            synchronized (this) {
                for (HostLink link : hosts) {
                    if (same.test(link) && link.enter(attempt)) {
                        return;
                    }
                }
                if (!closed) {
                    HostLink link = new HostLink(way.get(), window, room -> listeners.forEach(l -> l.accept(room)), this::over);
                    hosts.add(link);
                    link.enter(attempt);
                    link.start(attempt);
                    return;
                }
            }
            attempt.wipe();
            window.execute(() -> attempt.outcome().complete(new JoinOutcome.CannotConnect("")));
        });
    }

    private synchronized void over(HostLink link) {
        hosts.remove(link);
        if (closed && hosts.isEmpty()) {
            deserted.complete(true);
        }
    }

    private synchronized List<HostLink> all() {
        return List.copyOf(hosts);
    }

    private void forget(Predicate<HostLink> which) {
        all().stream().filter(which).forEach(link -> {
            synchronized (this) {
                hosts.remove(link);
            }
            link.close();
        });
    }

    /// The room, if we are in it.
    public Optional<OpenRoom> find(RoomKey key) {
        return all().stream().map(link -> link.find(key.host(), key.room())).flatMap(Optional::stream).findFirst();
    }

    /// The person did something: is not idle anywhere, and comes back where he was thought to be gone.
    public void active() {
        all().forEach(HostLink::active);
    }

    /// Whether the person is there; others see it.
    public void present(boolean here) {
        all().forEach(link -> link.present(here));
    }

    /// Says goodbye everywhere; at most a second or two. Idempotent.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (hosts.isEmpty()) {
                return;
            }
        }
        all().forEach(HostLink::close);
        try {
            deserted.get(FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // they have had their time
        }
    }
}
