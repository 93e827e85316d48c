package dev.parley.server;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// Counts connections and refuses those above the limits of DESIGN 6, before any work is done for them. Addresses of
/// this machine are not limited one by one: their programs belong to the host. On the event loop.
///
/// Connections that never log in must not keep out people who do. When as many wait as may, a newcomer takes the place
/// of the one that has waited longest at the address with the most; where nobody has more than the newcomer, of one that
/// has waited longer than an honest program needs. In a rush of honest ones nobody loses a place: the newcomers try again.
final class Doorkeeper {

    /// Handshake and login take a fraction of this.
    private static final long AMPLE_NANOS = Duration.ofSeconds(1).toNanos();

    private final ServerConfig.Admission limits;
    private final LongSupplier nanos;
    private final Map<InetAddress, Set<Pass>> waitingBy = new HashMap<>();
    private final Set<Pass> waiting = new LinkedHashSet<>();
    private int connections;

    Doorkeeper(ServerConfig.Admission limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /// A connection that was let in and waits for its login. Each is itself only.
    static final class Pass {

        private final InetAddress peer;
        private final Runnable putOut;
        private final long since;

        private Pass(InetAddress peer, Runnable putOut, long since) {
            this.peer = peer;
            this.putOut = putOut;
            this.since = since;
        }
    }

    /// A connection wants in; if admitted, it waits for its login.
    ///
    /// @param putOut closes the connection, to make room for another
    Optional<Pass> admit(InetAddress peer, Runnable putOut) {
        int mine = waitingBy.getOrDefault(peer, Set.of()).size();
        boolean greedy = !peer.isLoopbackAddress() && mine >= limits.waitingPerAddress();
        if (greedy || connections >= limits.connections() || (waiting.size() >= limits.waiting() && !makeRoom(mine))) {
            return Optional.empty();
        }
        Pass pass = new Pass(peer, putOut, nanos.getAsLong());
        connections++;
        waiting.add(pass);
        waitingBy.computeIfAbsent(peer, _ -> new LinkedHashSet<>()).add(pass);
        return Optional.of(pass);
    }

    /// @param mine how many the newcomer's address has waiting already
    private boolean makeRoom(int mine) {
        Set<Pass> most = waitingBy.values().stream().max(Comparator.comparingInt(Set::size)).orElse(Set.of());
        Pass oldest = (most.size() > mine + 1 ? most : waiting).iterator().next();
        if (most.size() <= mine + 1 && nanos.getAsLong() - oldest.since < AMPLE_NANOS) {
            return false;
        }
        waitsNoMore(oldest);
        oldest.putOut.run();
        return true;
    }

    /// An admitted connection has logged in, or ended before. Idempotent.
    void waitsNoMore(Pass pass) {
        if (waiting.remove(pass)) {
            waitingBy.computeIfPresent(pass.peer, (_, all) -> all.remove(pass) && all.isEmpty() ? null : all);
        }
    }

    void gone() {
        connections--;
    }
}
