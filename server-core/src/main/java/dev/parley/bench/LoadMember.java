package dev.parley.bench;

import dev.parley.crypto.PasswordProof;
import dev.parley.crypto.Secrets;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Limits;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.transport.ControlChannel;
import dev.parley.transport.ControlListener;
import dev.parley.transport.Frames;
import dev.parley.transport.Records;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One member of one room: comes in, reads, repairs holes, and writes if it is a sender. On the event loop.
final class LoadMember implements ControlListener, EntryScan.Sink {

    private static final String PROGRAM = "parley bench";
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration OVERTAKING = Duration.ofMillis(15);
    private static final Duration ASK_AGAIN = Duration.ofMillis(300);

    private final Crowd crowd;
    private final RoomName room;
    private final UserName name;
    private final String session;
    private final int sender;
    private final Tally tally;
    private final Posts posts;
    private final Holes holes = new Holes(this::got);
    private @Nullable ControlChannel channel;
    private @Nullable LoadPath path;
    private @Nullable PasswordProof proof;
    private boolean joined;
    private boolean wasJoined;
    private boolean live;
    private boolean leaving;
    private boolean repairPlanned;

    /// @param sender its number among the senders of the room, below 0 for none
    LoadMember(Crowd crowd, RoomName room, UserName name, int sender) {
        this.crowd = crowd;
        this.room = room;
        this.name = name;
        this.session = Secrets.token(crowd.random());
        this.sender = sender;
        this.tally = new Tally(crowd.sums(), crowd.plan().senders());
        this.posts = new Posts(crowd, this, room, sender);
    }

    RoomName room() {
        return room;
    }

    UserName name() {
        return name;
    }

    Posts posts() {
        return posts;
    }

    Tally tally() {
        return tally;
    }

    boolean isSender() {
        return sender >= 0;
    }

    /// True if nothing is missing between what it has and the end of the room, as far as it knows.
    boolean joined() {
        return joined;
    }

    /// True if it uses datagrams, or is not to.
    boolean settled() {
        return joined && (!crowd.plan().datagrams() || (path != null && path.works()));
    }

    @Override
    public void opened(ControlChannel opened) {
        channel = opened;
        send(new Request.Hello(Limits.PROTOCOL_VERSION, PROGRAM, null));
        beat(opened);
    }

    private void beat(ControlChannel on) {
        crowd.loop().schedule(() -> {
            if (channel == on) {
                send(new Request.Ping(0));
                beat(on);
            }
        }, BEAT);
    }

    @Override
    public void frame(byte[] json) {
        message(json);
    }

    private void message(byte[] json) {
        if (EntryScan.scan(json, crowd.plan().bodyBytes(), this)) {
            planRepair(OVERTAKING);
            return;
        }
        try {
            understand(Codec.decodeReply(json).message());
        } catch (ProtocolException e) {
            crowd.failed(this, e);
        }
    }

    private void understand(Reply reply) {
        switch (reply) {
            case Reply.Hello hello -> {
                if (crowd.plan().datagrams()) {
                    ControlChannel on = channel();
                    LoadPath.open(crowd, on.remote(), on.exporter(), hello.index(), this::message, opened -> use(opened, on));
                }
                send(new Request.Guest(name, session, null));
            }
            case Reply.Guest _ -> {
                if (crowd.plan().makeRooms()) {
                    crowd.roomsToMake().enter(room, () -> send(new Request.Create(room)), this::join);
                } else {
                    join();
                }
            }
            case Reply.Created _ -> crowd.roomsToMake().made(room);
            case Reply.Challenge challenge -> {
                PasswordProof begun = crowd.proofs().begin(challenge, channel().exporter().channelBinding());
                proof = begun;
                String round1 = begun.round1();
                begun.acceptRound1(challenge.round1());
                send(new Request.ProveRounds(challenge.room(), round1, begun.round2()));
            }
            case Reply.HostRounds rounds when proof != null -> {
                proof.acceptRound2(rounds.round2());
                send(new Request.ProveKey(rounds.room(), proof.mac()));
            }
            case Reply.Joined in -> joined(in);
            case Reply.CaughtUp caughtUp -> {
                live = true;
                head(caughtUp.seq());
            }
            case Reply.Head head -> head(head.seq());
            case Reply.ProbeEcho echo when path != null && path.echoed(echo.n()) -> send(new Request.Path(true));
            case Reply.Stored stored -> posts.stored(stored.id());
            case Reply.Failure failure when failure.type().equals("create") -> crowd.roomsToMake().made(room);
            case Reply.Failure failure -> crowd.refused(this, failure);
            default -> {} // people, presence: not counted
        }
    }

    private void join() {
        send(new Request.Join(room, wasJoined ? holes.last() : null, wasJoined ? null : 0));
    }

    private void use(LoadPath opened, ControlChannel on) {
        if (channel == on) {
            path = opened;
        } else {
            opened.close();
        }
    }

    private void joined(Reply.Joined in) {
        if (proof != null) {
            proof.close();
            proof = null;
        }
        joined = true;
        wasJoined = true;
        holes.begin(in.after());
        crowd.joined(this);
    }

    private void head(long seq) {
        holes.head(seq);
        planRepair(OVERTAKING);
    }

    @Override
    public void message(long seq, int from, int number, long sentAt) {
        holes.entry(seq, from, number, sentAt);
    }

    @Override
    public void other(long seq) {
        holes.entry(seq, -1, 0, 0);
    }

    private void got(int from, int number, long sentAt) {
        tally.got(from, number, sentAt, crowd.now());
        if (from == sender) {
            posts.stored(number);
        }
    }

    private void planRepair(Duration delay) {
        if (live && !repairPlanned && holes.any()) {
            repairPlanned = true;
            crowd.loop().schedule(this::repair, delay);
        }
    }

    private void repair() {
        repairPlanned = false;
        if (live && holes.any()) {
            send(holes.missing(room));
            planRepair(ASK_AGAIN);
        }
    }

    private ControlChannel channel() {
        if (channel == null) {
            throw new IllegalStateException("not before the handshake");
        }
        return channel;
    }

    private void send(Request request) {
        send(List.of(Codec.encode(request, null)));
    }

    /// Over TLS.
    void send(List<byte[]> messages) {
        if (channel != null) {
            try (Frames frames = Frames.of(messages)) {
                channel.send(frames);
            }
        }
    }

    /// @return false if that is not possible now
    boolean sendDatagram(List<byte[]> messages) {
        if (path == null || !path.works() || messages.stream().mapToInt(Records::size).sum() > Records.CAPACITY) {
            return false;
        }
        path.send(Records.pack(messages));
        return true;
    }

    @Override
    public void writable() {
        // the window of the senders is all that waits
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        shut();
        if (!leaving) {
            crowd.failed(this, cause == null ? new IOException("the server closed a connection") : cause);
        }
    }

    private void shut() {
        joined = false;
        live = false;
        channel = null;
        if (path != null) {
            path.close();
            path = null;
        }
    }

    /// A new attempt may follow.
    void ready() {
        leaving = false;
    }

    /// Goes away.
    ///
    /// @param politely with a goodbye, or as if the network had failed
    void leave(boolean politely) {
        leaving = true;
        ControlChannel last = channel;
        if (last != null) {
            if (politely) {
                send(new Request.Logout());
                last.closeAfterWrites();
            } else {
                last.close();
            }
        }
        shut();
    }
}
