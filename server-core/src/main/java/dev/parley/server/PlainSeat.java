package dev.parley.server;

import dev.parley.protocol.Entry;
import dev.parley.protocol.Reply;
import dev.parley.room.Outlet;
import java.util.List;

/// Where a plain client gets what is said in its room: live words only, over TLS; the log brings it back when it reads
/// too slowly.
final class PlainSeat implements Outlet<Batch>, Feed.Sink {

    private final Session session;
    private final ServedRoom room;
    private final Feed feed;
    private boolean namesMissed;

    PlainSeat(Hall hall, Session session, ServedRoom room) {
        this.session = session;
        this.room = room;
        this.feed = new Feed(hall, room, session.channel(), room.head() + 1, this);
    }

    Session session() {
        return session;
    }

    void start() {
        feed.pump();
    }

    @Override
    public void deliver(Batch batch) {
        if (feed.takes(batch)) {
            feed.send(batch, batch.plain());
        }
    }

    /// @return false if the client does not read
    boolean push(Reply reply) {
        return session.offer(reply);
    }

    /// The list of names, now or when the client reads again.
    void names(Reply.NameList list) {
        namesMissed = !session.offer(list);
    }

    void writable() {
        feed.pump();
        if (namesMissed) {
            names(NameLists.of(room));
        }
    }

    void stop() {
        feed.stop();
    }

    @Override
    public List<Pages.Page> encode(long from, long to, List<Entry> entries) {
        return Pages.plain(to, entries);
    }

    @Override
    public void caughtUp() {
        // plain clients have no history, so no end of it
    }
}
