package dev.parley.bench;

import java.time.Duration;
import java.util.List;

/// Makes the senders write: as fast as the server takes it, or so many messages a second in each room, by its senders in
/// turn, and the rooms evenly one after the other. Times are kept even if one message was late. On the event loop.
final class Pace {

    private final Crowd crowd;
    private final List<LoadMember> senders;
    private final long intervalNanos;
    private long start;
    private long sent;
    private boolean stopped;

    private Pace(Crowd crowd, int perSecond) {
        this.crowd = crowd;
        this.senders = crowd.members().stream().filter(LoadMember::isSender).toList();
        int rate = perSecond * crowd.plan().rooms();
        this.intervalNanos = rate == 0 ? 0 : Duration.ofSeconds(1).toNanos() / rate;
    }

    /// @param perSecond in each room; 0 for as fast as the server takes it
    static Pace start(Crowd crowd, int perSecond) {
        Pace pace = new Pace(crowd, perSecond);
        if (pace.intervalNanos == 0) {
            pace.senders.forEach(s -> s.posts().flood(true));
        } else if (!pace.senders.isEmpty()) {
            pace.start = crowd.now();
            pace.tick();
        }
        return pace;
    }

    private void tick() {
        if (stopped) {
            return;
        }
        long due = start + sent * intervalNanos;
        while (due <= crowd.now()) {
            // members are numbered through the rooms, so their order is the order of the rooms
            senders.get((int) (sent % senders.size())).posts().sayOne();
            sent++;
            due = start + sent * intervalNanos;
        }
        crowd.loop().schedule(this::tick, Duration.ofNanos(Math.max(0, due - crowd.now())));
    }

    void stop() {
        stopped = true;
        senders.forEach(s -> s.posts().flood(false));
    }
}
