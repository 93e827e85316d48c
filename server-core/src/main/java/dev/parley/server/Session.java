package dev.parley.server;

import dev.parley.protocol.Codec;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.transport.ControlChannel;
import dev.parley.transport.ControlListener;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// One connection: decodes, keeps the state, answers. On the event loop.
final class Session implements ControlListener {

    private static final int TOLERATED_FAULTS = 20;

    /// Frames per second that a client may send on average; more are left in the network.
    private static final int REQUESTS_PER_SECOND = 5_000;

    /// Characters of posts, in all rooms together, that wait for one before them.
    private static final int EARLY_CHARACTERS = 1 << 20;

    private final Hall hall;
    private final InetAddress peer;
    private final Doorkeeper.Pass pass;
    private final TokenBucket requests;
    private final Allowance early = new Allowance(EARLY_CHARACTERS);
    private @Nullable ControlChannel channel;
    private @Nullable SessionState state;
    private @Nullable Future<?> loginTimer;
    private boolean polite;
    private boolean ended;
    private boolean paused;
    private int faults;
    private long activeAt;

    Session(Hall hall, InetAddress peer, Doorkeeper.Pass pass) {
        this.hall = hall;
        this.peer = peer;
        this.pass = pass;
        this.requests = new TokenBucket(REQUESTS_PER_SECOND, REQUESTS_PER_SECOND, Duration.ofSeconds(1), hall.nanos());
        this.activeAt = hall.nanos().getAsLong();
    }

    InetAddress peer() {
        return peer;
    }

    Allowance early() {
        return early;
    }

    ControlChannel channel() {
        return Objects.requireNonNull(channel, "not before the handshake");
    }

    @Override
    public void opened(ControlChannel opened) {
        channel = opened;
        state = new Connected(hall, this);
        loginTimer = hall.loop().schedule(
                () -> end(ErrorCode.LOGIN_TIMEOUT, "No login in time; connect again."), hall.config().limits().loginTime());
        hall.sessions().add(this);
    }

    @Override
    public void frame(byte[] json) {
        if (ended) {
            return;
        }
        try {
            Codec.Decoded<Request> decoded = Codec.decodeRequest(json);
            handle(decoded.message(), decoded.id());
        } catch (ProtocolException e) {
            push(Codec.refusal(json, e));
            if (++faults > TOLERATED_FAULTS) {
                end(ErrorCode.BAD_MESSAGE, "Too many messages that are not valid.");
            }
        }
        if (!requests.take()) {
            pause(requests.untilNext());
        }
        read();
    }

    /// A message out of an authentic datagram: only what may come that way is looked at.
    void datagram(byte[] json) {
        if (ended) {
            return;
        }
        try {
            Codec.Decoded<Request> decoded = Codec.decodeRequest(json);
            if (mayComeByDatagram(decoded.message()) && answerable(decoded.message())) {
                handle(decoded.message(), decoded.id());
            }
        } catch (ProtocolException e) {
            faults++; // the way is lossy: refusals go over TLS only
        }
    }

    /// Answers queue for a client that does not read; a probe's goes by datagram. What is dropped here comes again over
    /// TLS, where nothing is read from such a client.
    private boolean answerable(Request request) {
        return request instanceof Request.Probe || (channel != null && channel.writable());
    }

    private static boolean mayComeByDatagram(Request request) {
        return request instanceof Request.Post || request instanceof Request.Probe || request instanceof Request.Typing;
    }

    private void handle(Request request, @Nullable String id) {
        if (isActivity(request)) {
            activeAt = hall.nanos().getAsLong();
        }
        try {
            state = Objects.requireNonNull(state).on(request, id);
        } catch (ProtocolException e) {
            reply(Codec.refusal(request, e), id);
        }
    }

    /// Requests that programs send by themselves do not count as somebody being there.
    private static boolean isActivity(Request request) {
        return switch (request) {
            case Request.Ping _, Request.Probe _, Request.Path _, Request.Range _, Request.People _, Request.Hello _ -> false;
            case Request.Present present -> present.here();
            case Request.Guest _, Request.ListNames _, Request.Create _, Request.Enter _, Request.PlainMessage _,
                    Request.Exit _, Request.Logout _, Request.Join _, Request.ProveRounds _, Request.ProveKey _,
                    Request.Leave _, Request.Post _, Request.Whisper _, Request.Active _, Request.Typing _, Request.History _,
                    Request.LogRooms _, Request.LogEntries _, Request.LogEvents _ -> true;
        };
    }

    /// Time since the person did something.
    Duration idle() {
        return Duration.ofNanos(hall.nanos().getAsLong() - activeAt);
    }

    /// Something other than a request moves the session on, for example a proof that was checked in the background.
    void become(SessionState next) {
        state = next;
    }

    void putOut(ServedRoom room, ErrorCode reason) {
        if (state != null) {
            state.putOut(room, reason);
        }
    }

    void idleChanged(ServedRoom room) {
        if (state != null) {
            state.idleChanged(room);
        }
    }

    void loggedIn() {
        hall.doorkeeper().waitsNoMore(pass);
        if (loginTimer != null) {
            loginTimer.cancel(false);
        }
    }

    void reply(Reply reply, @Nullable String id) {
        if (!ended && channel != null) {
            channel.send(Codec.encode(reply, id));
        }
    }

    void push(Reply reply) {
        reply(reply, null);
    }

    /// Pushes what nobody asked for, unless the client does not read what it has got already.
    ///
    /// @return false if it was not sent
    boolean offer(Reply reply) {
        if (channel == null || !channel.writable()) {
            return false;
        }
        push(reply);
        return true;
    }

    /// Takes no requests for that long.
    void pause(Duration time) {
        paused = true;
        read();
        hall.loop().schedule(() -> {
            paused = false;
            read();
        }, time);
    }

    /// Whoever does not read answers gets no more of them: nothing queues without bound.
    private void read() {
        if (channel != null && !ended) {
            channel.reading(!paused && channel.writable());
        }
    }

    /// Ends the connection from our side; the client is told why.
    void end(ErrorCode code, String message) {
        push(new Reply.Failure("closing", code, message, null, null));
        ended = true;
        if (channel != null) {
            channel.closeAfterWrites();
        }
    }

    /// The client said goodbye.
    void goodbye(@Nullable String id) {
        polite = true;
        reply(new Reply.LoggedOut(), id);
        ended = true;
        channel().closeAfterWrites();
    }

    boolean open() {
        return !ended;
    }

    @Override
    public void writable() {
        if (state != null && !ended) {
            state.writable();
            read();
        }
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        ended = true;
        loggedIn();
        hall.doorkeeper().gone();
        hall.sessions().remove(this);
        if (state != null) {
            state.gone(polite);
        }
    }
}
