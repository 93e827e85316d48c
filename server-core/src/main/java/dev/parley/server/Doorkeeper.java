package dev.parley.server;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/// Counts connections and refuses those above the limits of DESIGN 6, before any work is done for them. Addresses of
/// this machine are not limited one by one: their programs belong to the host. On the event loop.
final class Doorkeeper {

    private final ServerConfig.Admission limits;
    private final Map<InetAddress, Integer> waitingBy = new HashMap<>();
    private int waiting;
    private int connections;

    Doorkeeper(ServerConfig.Admission limits) {
        this.limits = limits;
    }

    /// A connection wants in; if admitted, it waits for its login.
    boolean admit(InetAddress peer) {
        boolean full = connections >= limits.connections() || waiting >= limits.waiting();
        boolean greedy = !peer.isLoopbackAddress() && waitingBy.getOrDefault(peer, 0) >= limits.waitingPerAddress();
        if (full || greedy) {
            return false;
        }
        connections++;
        waiting++;
        waitingBy.merge(peer, 1, Integer::sum);
        return true;
    }

    /// An admitted connection has logged in, or ended before.
    void waitsNoMore(InetAddress peer) {
        waiting--;
        waitingBy.computeIfPresent(peer, (_, n) -> n == 1 ? null : n - 1);
    }

    void gone() {
        connections--;
    }
}
