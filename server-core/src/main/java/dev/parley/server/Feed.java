package dev.parley.server;

import dev.parley.log.RoomId;
import dev.parley.protocol.Entry;
import dev.parley.protocol.Limits;
import dev.parley.transport.ControlChannel;
import dev.parley.transport.Frames;
import java.time.Duration;
import java.util.List;

/// Brings one member from where it is to the newest entry, over TLS and at its own pace, by reading the log page by
/// page; then it is *live* and gets entries as they are stored. A member that reads too slowly stops being live, so that
/// nothing queues without bound for it. On the event loop.
final class Feed {

    private static final Duration RETRY = Duration.ofSeconds(1);

    /// How a page is written and what happens at its end.
    interface Sink {
        List<Pages.Page> encode(long from, long to, List<Entry> entries);

        /// Everything stored so far was sent.
        void caughtUp();
    }

    private final Hall hall;
    private final ServedRoom room;
    private final ControlChannel channel;
    private final Sink sink;
    private long next;
    private boolean live;
    private boolean reading;
    private volatile boolean stopped;

    Feed(Hall hall, ServedRoom room, ControlChannel channel, long next, Sink sink) {
        this.hall = hall;
        this.room = room;
        this.channel = channel;
        this.next = next;
        this.sink = sink;
    }

    /// True if the member has everything that was sent to the room so far.
    boolean live() {
        return live;
    }

    /// True if the member should get the batch now: it has everything before it. Where entries are missing in between,
    /// the member gets them from the log first.
    boolean takes(Batch batch) {
        if (live && batch.first() != next) {
            live = false;
            pump();
            return false;
        }
        return live;
    }

    /// The batch was sent by the caller.
    void sent(Batch batch) {
        next = Math.max(next, batch.last() + 1);
    }

    /// Sends the frames at once if the member keeps up; otherwise it is fed from the log from here on.
    void send(Batch batch, Frames frames) {
        if (channel.writable() && frames.size() <= ControlChannel.HIGH_WATER / 2) {
            if (frames.size() > 0) {
                channel.send(frames);
            }
            sent(batch);
        } else {
            live = false;
            pump();
        }
    }

    /// Starts, or goes on after the channel has become writable.
    void pump() {
        if (live || reading || stopped || !channel.writable()) {
            return;
        }
        if (next > room.head()) {
            live = true;
            sink.caughtUp();
            return;
        }
        reading = true;
        RoomId id = room.id();
        long from = next;
        long to = Math.min(room.head(), from + Limits.PAGE_ENTRIES - 1);
        hall.background().read(() -> read(id, from, to), page -> deliver(from, to, page), _ -> retry());
    }

    /// On a thread that reads the log. Nobody waits for the pages of who has gone meanwhile.
    private List<Entry> read(RoomId id, long from, long to) {
        return stopped ? List.of() : hall.log().range(id, from, (int) (to - from + 1));
    }

    private void deliver(long from, long to, List<Entry> page) {
        reading = false;
        if (stopped) {
            return;
        }
        List<Entry> wanted = page.stream().filter(e -> e.seq() <= to).toList();
        for (Pages.Page written : sink.encode(from, to, wanted)) {
            if (!channel.writable()) {
                return; // what is left is read again when there is room
            }
            try (Frames frames = Frames.of(written.messages())) {
                if (frames.size() > 0) {
                    channel.send(frames);
                }
            }
            next = written.to() + 1;
        }
        pump();
    }

    private void retry() {
        hall.loop().schedule(() -> {
            reading = false;
            pump();
        }, RETRY);
    }

    void stop() {
        stopped = true;
        live = false;
    }
}
