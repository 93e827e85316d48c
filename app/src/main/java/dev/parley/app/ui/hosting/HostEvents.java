package dev.parley.app.ui.hosting;

import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.server.ServerListener;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/// Carries what the server says to the FX thread. The numbers of stored messages are added up on the way, so that a busy
/// room does not crowd the window.
final class HostEvents implements ServerListener {

    /// Told on the FX thread, unless it says otherwise.
    interface Hearer {

        /// On the server's thread: must return at once.
        void roomsChanged();

        void inside(RoomName room, UserName name, boolean now);

        void stored(Map<RoomName, Integer> counts);

        /// On the server's thread: must return at once.
        void storageFailed(String reason);

        /// On the server's thread: must return at once.
        void storageRecovered();
    }

    private final Hearer hearer;
    private final Executor fx;
    private final Map<RoomName, Integer> waiting = new HashMap<>();

    HostEvents(Hearer hearer, Executor fx) {
        this.hearer = hearer;
        this.fx = fx;
    }

    @Override
    public void roomsChanged() {
        hearer.roomsChanged();
    }

    @Override
    public void joined(RoomName room, UserName name) {
        fx.execute(() -> hearer.inside(room, name, true));
    }

    @Override
    public void left(RoomName room, UserName name) {
        fx.execute(() -> hearer.inside(room, name, false));
    }

    @Override
    public void stored(RoomName room, int count) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            waiting.merge(room, count, Integer::sum);
        }
        if (first) {
            fx.execute(this::hand);
        }
    }

    private void hand() {
        Map<RoomName, Integer> counts;
        synchronized (waiting) {
            counts = Map.copyOf(waiting);
            waiting.clear();
        }
        hearer.stored(counts);
    }

    @Override
    public void storageFailed(String reason) {
        hearer.storageFailed(reason);
    }

    @Override
    public void storageRecovered() {
        hearer.storageRecovered();
    }
}
