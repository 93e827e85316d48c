package dev.parley.client;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Entry;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// One room that the person wants to be in: its stream, its outbox, and the way in, again after every reconnect.
/// On the event loop.
final class Membership implements AutoCloseable {

    private final RoomName room;
    private final Optional<Prover> prover;
    private final RoomStream stream;
    private final Outbox outbox;
    private final Consumer<ClientEvent> events;
    private OptionalLong after;
    private boolean inside;
    private boolean wasInside;
    private boolean proofAsked;
    private boolean confirmed;
    private boolean dormant;

    Membership(RoomName room, Optional<Prover> prover, OptionalLong after, Wire wire, Consumer<ClientEvent> events, LongSupplier nanos) {
        this.room = room;
        this.prover = prover;
        this.after = after;
        this.events = events;
        this.stream = new RoomStream(room, wire, events);
        this.outbox = new Outbox(room, wire, events, nanos);
    }

    RoomName room() {
        return room;
    }

    Optional<Prover> prover() {
        return prover;
    }

    RoomStream stream() {
        return stream;
    }

    Outbox outbox() {
        return outbox;
    }

    boolean inside() {
        return inside;
    }

    /// Asks to be let in.
    void ask(Wire wire) {
        proofAsked = false;
        confirmed = false;
        dormant = false;
        if (wasInside) {
            after = OptionalLong.of(stream.last());
        }
        Long from = after.isPresent() ? after.getAsLong() : null;
        wire.send(List.of(Codec.encode(new Request.Join(room, from, null), null)));
    }

    /// The host wants the password.
    ///
    /// @return false if it did so before: whoever is not the host of the room must not get a second guess
    boolean challenged() {
        boolean first = !proofAsked;
        proofAsked = true;
        return first;
    }

    /// Our key confirmation is sent: whoever got it has had its guess.
    void confirmed() {
        confirmed = true;
    }

    /// True if the connection broke after our key confirmation at a host that has not proven anything.
    boolean guessedAt() {
        return confirmed && !inside && !wasInside;
    }

    /// Whether this `joined` may be believed; otherwise why not. A host that should have asked for the password and did
    /// not is not the host of this room; one that was asked must have proven that it knows it.
    Optional<String> doubt(Reply.Joined joined, KnownHosts.Standing standing) {
        if (proofAsked) {
            String mac = joined.mac();
            boolean proven = mac != null && prover.map(p -> p.proven(mac)).orElse(false);
            return proven ? Optional.empty() : Optional.of("The host does not know the password: it is not the host of this room.");
        }
        if (prover.isPresent() && !wasInside && standing != KnownHosts.Standing.KNOWN) {
            return Optional.of("A password was given, but this host does not ask for one. If the room is really open, join without a password.");
        }
        if (!wasInside && standing == KnownHosts.Standing.ELSEWHERE) {
            return Optional.of("The room of this name that was joined before had another host. If this one is meant, trust its key explicitly.");
        }
        return Optional.empty();
    }

    void joined(Reply.Joined reply, Wire wire, ClientEvent.Way way) {
        boolean rolledBack = wasInside && reply.head() < stream.last();
        long start = wasInside && !rolledBack ? Math.max(reply.after(), stream.last()) : reply.after();
        events.accept(new ClientEvent.Joined(
                room, reply.head(), start, reply.locked(), reply.people(), reply.count(), way, wasInside));
        inside = true;
        wasInside = true;
        stream.begin(wire, start);
        outbox.begin(wire);
    }

    /// An entry arrived; our own echo also empties the outbox.
    void entry(Entry entry) {
        outbox.stored(entry.id(), entry.seq());
        stream.entry(entry);
    }

    void page(Reply.Entries page) {
        page.entries().forEach(e -> outbox.stored(e.id(), e.seq()));
        stream.page(page.from(), page.to(), page.entries());
    }

    void stored(MessageId id, long seq) {
        outbox.stored(id, seq);
    }

    /// The connection is lost; everything waits for the next.
    void suspend() {
        inside = false;
        stream.end();
        outbox.end();
    }

    /// The host did not let us in.
    ///
    /// @return true if it is to be tried again by itself: we were inside before, and the reason may pass
    boolean failed(Reply.Failure failure) {
        suspend();
        if (wasInside && mayPass(failure.code())) {
            events.accept(new ClientEvent.Failed(Optional.of(room), failure.code(), failure.message()));
            return true;
        }
        outbox.refuseAll(failure.code(), failure.message());
        events.accept(new ClientEvent.JoinFailed(
                room, failure.code(), failure.message(), Optional.ofNullable(failure.retryAfterMillis()).map(Duration::ofMillis)));
        return false;
    }

    private static boolean mayPass(ErrorCode code) {
        return switch (code) {
            case NO_SUCH_ROOM, TOO_MANY_ATTEMPTS, ROOM_FULL, PAUSED, NAME_TAKEN, RATE_LIMITED, READ_ONLY, INTERNAL, NOT_NOW -> true;
            case BAD_MESSAGE, UNKNOWN_TYPE, UNSUPPORTED_VERSION, BAD_NAME, NO_SUCH_PERSON, ROOM_EXISTS, TOO_MANY_ROOMS,
                    NOT_IN_ROOM, WRONG_PASSWORD, PROOF_REQUIRED, SERVER_FULL, BANNED, FORBIDDEN, TOO_LONG, REPLACED, IDLE,
                    LOGIN_TIMEOUT, KICKED, ROOM_CLOSED, CLOSING -> false;
        };
    }

    /// We are out of the room.
    ///
    /// @return true if only for idleness: the next activity brings us back, and nothing is given up
    boolean left(Optional<ErrorCode> reason) {
        suspend();
        if (reason.equals(Optional.of(ErrorCode.IDLE))) {
            dormant = true;
            events.accept(new ClientEvent.Left(room, reason));
            return true;
        }
        outbox.refuseAll(reason.orElse(ErrorCode.NOT_IN_ROOM), "Not in the room any more.");
        events.accept(new ClientEvent.Left(room, reason));
        return false;
    }

    /// Out for idleness only.
    boolean dormant() {
        return dormant;
    }

    /// We do not want to be in this room any more, because of what we saw.
    void refuse(ErrorCode code, String why) {
        suspend();
        outbox.refuseAll(code, why);
        events.accept(new ClientEvent.JoinFailed(room, code, why, Optional.empty()));
    }

    @Override
    public void close() {
        suspend();
        prover.ifPresent(Prover::close);
    }
}
