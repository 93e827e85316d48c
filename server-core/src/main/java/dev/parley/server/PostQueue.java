package dev.parley.server;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Puts the posts of one member into the order in which they were written, whatever way each came, and holds them to the
/// member's rate. Those that came too early count against an allowance until they are stored. What was stored is
/// remembered for a while, to answer a post that comes again. On the event loop.
final class PostQueue implements AutoCloseable {

    private static final int EARLY = 2 * Limits.POST_WINDOW;
    private static final int REMEMBERED = 8 * Limits.POST_WINDOW;

    /// What becomes of posts.
    interface Outlet {
        void store(Request.Post post);

        void again(MessageId id, long seq);

        void refuse(Request.Post post, ErrorCode code, String message);

        void later(Runnable task, Duration delay);
    }

    /// @param taken characters of the allowance
    private record Early(Request.Post post, int taken) {}

    private final Outlet outlet;
    private final TokenBucket rate;
    private final Allowance allowance;
    private final TreeMap<Long, Early> early = new TreeMap<>();
    private final Map<MessageId, Long> stored = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageId, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long next = 1;
    private boolean waiting;

    /// @param allowance characters of posts that wait for one before them
    PostQueue(Outlet outlet, TokenBucket rate, Allowance allowance) {
        this.outlet = outlet;
        this.rate = rate;
        this.allowance = allowance;
    }

    void offer(Request.Post post) {
        if (post.n() < next) {
            seqOf(post.id()).ifPresent(seq -> outlet.again(post.id(), seq)); // else it is being stored: its echo follows
        } else if (post.n() >= next + EARLY || !keep(post)) {
            outlet.refuse(post, ErrorCode.RATE_LIMITED, "Too many messages at once; wait for the first to be stored.");
        } else {
            drain();
        }
    }

    private boolean keep(Request.Post post) {
        int taken = post.n() == next ? 0 : post.text().value().length();
        if (early.containsKey(post.n())) {
            return true;
        }
        if (!allowance.take(taken)) {
            return false;
        }
        early.put(post.n(), new Early(post, taken));
        return true;
    }

    private void drain() {
        Early first = early.get(next);
        while (first != null && !waiting) {
            if (rate.take()) {
                early.remove(next++);
                allowance.giveBack(first.taken);
                outlet.store(first.post);
                first = early.get(next);
            } else {
                waiting = true;
                outlet.later(() -> {
                    waiting = false;
                    drain();
                }, rate.untilNext());
            }
        }
    }

    void stored(MessageId id, long seq) {
        stored.put(id, seq);
    }

    /// What still waits is forgotten: its sender sends it again, on whatever comes after this.
    @Override
    public void close() {
        early.values().forEach(kept -> allowance.giveBack(kept.taken));
        early.clear();
    }

    private OptionalLong seqOf(MessageId id) {
        Long seq = stored.get(id);
        return seq == null ? OptionalLong.empty() : OptionalLong.of(seq);
    }
}
