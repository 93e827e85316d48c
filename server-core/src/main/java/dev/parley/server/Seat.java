package dev.parley.server;

import dev.parley.log.Draft;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.room.Member;
import dev.parley.room.Outlet;
import dev.parley.transport.Frames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A rich member's place in one room on one connection: what comes from the room goes by datagram while that way is good
/// and the member keeps up, else over TLS; what the member says is put in order and stored.
final class Seat implements Outlet<Batch>, Feed.Sink, PostQueue.Outlet {

    private final Hall hall;
    private final Session session;
    private final ServedRoom room;
    private final Member<Batch> member;
    private final UdpLink udp;
    private final long visibleFrom;
    private final Feed feed;
    private final PostQueue posts;
    private final Losses losses;
    private boolean taken = true;
    private boolean presenceMissed;
    private boolean storageMissed;
    private boolean saidCaughtUp;
    private boolean repairing;

    /// @param after the stream starts with the entry after this one
    /// @param visibleFrom the oldest entry that this member may see
    Seat(Hall hall, Session session, ServedRoom room, Member<Batch> member, UdpLink udp, long after, long visibleFrom) {
        this.hall = hall;
        this.session = session;
        this.room = room;
        this.member = member;
        this.udp = udp;
        this.visibleFrom = visibleFrom;
        this.feed = new Feed(hall, room, session.channel(), after + 1, this);
        this.posts = new PostQueue(this, hall.postRate(), session.early());
        this.losses = new Losses(hall.nanos());
    }

    ServedRoom room() {
        return room;
    }

    Member<Batch> member() {
        return member;
    }

    Session session() {
        return session;
    }

    /// Number of the oldest entry that this member may see.
    long visibleFrom() {
        return visibleFrom;
    }

    /// False once the member has left it.
    boolean taken() {
        return taken;
    }

    void start() {
        feed.pump();
    }

    void stop() {
        taken = false;
        posts.close();
        feed.stop();
    }

    void writable() {
        feed.pump();
        if (storageMissed) {
            storage();
        }
        if (presenceMissed) {
            try (Frames frames = room.presences().everyone()) {
                presence(frames);
            }
        }
    }

    /// Changes of presence, now or all together when the client reads again.
    void presence(Frames changes) {
        presenceMissed = !session.channel().writable();
        if (!presenceMissed && changes.size() > 0) {
            session.channel().send(changes);
        }
    }

    /// Whether messages can be stored, now or when the client reads again.
    void storage() {
        storageMissed = !session.offer(hall.storageWatch().in(room));
    }

    /// What is not worth waiting for.
    void glimpse(byte[] datagram, Frames frames) {
        if (!feed.live()) {
            return;
        }
        if (udp.usable()) {
            udp.path().send(datagram);
        } else if (session.channel().writable()) {
            session.channel().send(frames);
        }
    }

    @Override
    public void deliver(Batch batch) {
        if (!feed.takes(batch)) {
            return; // the feed reads it from the log
        }
        Optional<byte[]> datagram = udp.usable() ? batch.datagram() : Optional.empty();
        if (datagram.isPresent()) {
            udp.path().send(datagram.get());
            feed.sent(batch);
        } else {
            feed.send(batch, batch.frames());
        }
    }

    /// @return false if the client does not read
    boolean push(Reply reply) {
        return session.offer(reply);
    }

    /// True if something sent to this member was lost lately.
    boolean losing() {
        return losses.lately();
    }

    void beacon(byte[] packed) {
        if (feed.live() && udp.usable()) {
            udp.path().send(packed);
        }
    }

    Reply.Head head() {
        return new Reply.Head(room.name(), feed.live() ? room.head() : 0);
    }

    byte[] encodedHead() {
        return feed.live() ? room.encodedHead() : Codec.encode(head(), null);
    }

    @Override
    public List<Pages.Page> encode(long from, long to, List<Entry> entries) {
        return Pages.rich(room.name(), from, to, entries);
    }

    @Override
    public void caughtUp() {
        if (!saidCaughtUp) {
            saidCaughtUp = true;
            session.push(new Reply.CaughtUp(room.name(), room.head()));
        }
    }

    /// Repairs a hole over TLS; one at a time, the client asks again for what is still missing.
    void repair(Request.Range range) {
        long from = Math.max(range.from(), visibleFrom);
        long to = Math.min(Math.min(range.to(), room.head()), from + Limits.PAGE_ENTRIES - 1);
        if (repairing || !feed.live() || from > to || !session.channel().writable()) {
            return;
        }
        losses.note();
        room.lost();
        repairing = true;
        hall.background().read(() -> hall.log().range(room.id(), from, (int) (to - from + 1)), page -> {
            repairing = false;
            List<Entry> wanted = page.stream().filter(e -> e.seq() <= to).toList();
            for (Pages.Page part : Pages.rich(room.name(), from, to, wanted)) {
                if (session.open() && session.channel().writable()) {
                    try (Frames frames = Frames.of(part.messages())) {
                        session.channel().send(frames);
                    }
                }
            }
        }, _ -> repairing = false);
    }

    void post(Request.Post post) {
        posts.offer(post);
    }

    @Override
    public void store(Request.Post post) {
        Draft draft = new Draft(room.id(), post.id(), EntryKind.TEXT, member.name(), post.text().value());
        hall.store().add(draft, room, outcome -> {
            switch (outcome) {
                case Store.Result.Fresh(Entry entry) -> posts.stored(entry.id(), entry.seq());
                case Store.Result.Known(Entry entry) -> known(post, entry);
                case Store.Result.Refused(ErrorCode code, String message) -> refuse(post, code, message);
            }
        });
    }

    /// The id is in the log already: our member's own words, sent again after a reconnect, or somebody else's id.
    private void known(Request.Post post, Entry entry) {
        if (entry.from().equals(member.name())) {
            posts.stored(entry.id(), entry.seq());
            again(entry.id(), entry.seq());
        } else {
            refuse(post, ErrorCode.BAD_MESSAGE, "This message id belongs to somebody else.");
        }
    }

    @Override
    public void again(MessageId id, long seq) {
        session.push(new Reply.Stored(room.name(), id, seq));
    }

    @Override
    public void refuse(Request.Post post, ErrorCode code, String message) {
        session.reply(new Reply.Failure("post", code, message, room.name(), null), post.id().value());
    }

    @Override
    public void later(Runnable task, Duration delay) {
        hall.loop().schedule(task, delay);
    }
}
