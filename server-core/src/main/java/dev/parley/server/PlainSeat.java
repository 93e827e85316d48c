package dev.parley.server;

import dev.parley.protocol.Entry;
import dev.parley.protocol.Reply;
import dev.parley.room.Outlet;
import java.util.List;

/// Where a plain client gets what is said in its room: live words only, over TLS; the log brings it back when it reads
/// too slowly.
final class PlainSeat implements Outlet<Batch>, Feed.Sink {

    private final Session session;
    private final Feed feed;

    PlainSeat(Hall hall, Session session, ServedRoom room) {
        this.session = session;
        this.feed = new Feed(hall, room, session.channel(), room.head() + 1, this);
    }

    void start() {
        feed.pump();
    }

    @Override
    public void deliver(Batch batch) {
        if (feed.live()) {
            feed.send(batch, batch.plain());
        }
    }

    void push(Reply reply) {
        session.push(reply);
    }

    void writable() {
        feed.pump();
    }

    void stop() {
        feed.stop();
    }

    @Override
    public List<byte[]> encode(long from, long to, List<Entry> entries) {
        return Batch.plain(entries);
    }

    @Override
    public void caughtUp() {
        // plain clients have no history, so no end of it
    }
}
