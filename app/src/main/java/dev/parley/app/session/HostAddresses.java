package dev.parley.app.session;

import dev.parley.crypto.Fingerprint;
import dev.parley.discovery.RoomSighting;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Where a host may be. The first list is what the search or the person said; when it is asked for again, which
/// happens when the connection is lost, it also looks out for the host on the network, so that a host that moved to
/// another address or port is found. Safe for any thread; never blocks.
public final class HostAddresses implements Supplier<List<InetSocketAddress>>, AutoCloseable {

    private static final int MAX = 16;

    private final Lookout lookout;
    private final List<InetSocketAddress> given;
    private final List<InetSocketAddress> seen = new ArrayList<>();
    private Optional<Fingerprint> host;
    private Optional<Lookout.Watch> watch = Optional.empty();
    private int asked;
    private boolean closed;

    public HostAddresses(Lookout lookout, List<InetSocketAddress> given, Optional<Fingerprint> host) {
        this.lookout = lookout;
        this.given = List.copyOf(given);
        this.host = host;
    }

    @Override
    public synchronized List<InetSocketAddress> get() {
        asked++;
        if (asked > 1 && watch.isEmpty() && !closed && host.isPresent()) {
            watch = Optional.of(lookout.watch(given, this::saw));
        }
        return known();
    }

    /// The addresses as they are known now: does not count as asking, so begins no search.
    public synchronized List<InetSocketAddress> known() {
        List<InetSocketAddress> all = new ArrayList<>(seen);
        given.stream().filter(a -> !seen.contains(a)).forEach(all::add);
        return all;
    }

    /// Nobody wants to connect at present: stops looking until it is asked again.
    public void rest() {
        Optional<Lookout.Watch> done;
        synchronized (this) {
            asked = 0;
            done = watch;
            watch = Optional.empty();
        }
        done.ifPresent(Lookout.Watch::close);
    }

    /// We are connected to the host with this key: no need to look any further until the next loss.
    public void reached(Fingerprint key) {
        Optional<Lookout.Watch> done;
        synchronized (this) {
            host = Optional.of(key);
            asked = 1;
            done = watch;
            watch = Optional.empty();
        }
        done.ifPresent(Lookout.Watch::close);
    }

    /// Stops looking. Idempotent.
    @Override
    public void close() {
        Optional<Lookout.Watch> done;
        synchronized (this) {
            closed = true;
            done = watch;
            watch = Optional.empty();
        }
        done.ifPresent(Lookout.Watch::close);
    }

    private synchronized void saw(RoomSighting sighting) {
        InetSocketAddress address = sighting.room().address();
        String wanted = host.map(Fingerprint::toString).orElse("");
        if (sighting instanceof RoomSighting.Lost || !sighting.room().hostId().equals(wanted)) {
            return;
        }
        seen.remove(address);
        seen.addFirst(address);
        if (seen.size() > MAX) {
            seen.removeLast();
        }
    }
}
