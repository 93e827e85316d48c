package dev.parley.client;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Entry;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// One room that the person wants to be in: its stream, its outbox, and the way in, again after every reconnect.
/// On the event loop.
final class Membership implements AutoCloseable {

    private static final int FORMER_NAMES = 32;
    private static final long TYPING_NANOS = Duration.ofSeconds(3).toNanos();

    private final Optional<Prover> prover;
    private final RoomStream stream;
    private final Outbox outbox;
    private final Consumer<ClientEvent> events;
    private final LongSupplier nanos;
    private final ArrayDeque<RoomName> former = new ArrayDeque<>();
    private final OptionalInt last;
    private RoomName room;
    private OptionalLong after;
    private OptionalLong typedAt = OptionalLong.empty();
    private boolean writable = true;
    private boolean inside;
    private boolean wasInside;
    private boolean proofAsked;
    private boolean confirmed;
    private boolean dormant;

    Membership(Wish wish, Wire wire, Consumer<ClientEvent> events, LongSupplier nanos) {
        this.room = wish.room();
        this.prover = wish.prover();
        this.after = wish.after();
        this.last = wish.last();
        this.events = events;
        this.nanos = nanos;
        this.stream = new RoomStream(room, wire, events);
        this.outbox = new Outbox(room, wire, events, nanos);
    }

    /// What the person wants.
    ///
    /// @param after the last entry that is known already
    /// @param last how many of the newest entries to begin with
    record Wish(RoomName room, Optional<Prover> prover, OptionalLong after, OptionalInt last) {}

    RoomName room() {
        return room;
    }

    /// True if the room had this name before.
    boolean wasCalled(RoomName name) {
        return former.contains(name);
    }

    void forgetName(RoomName name) {
        former.remove(name);
    }

    void rename(RoomName now) {
        if (former.size() == FORMER_NAMES) {
            former.removeFirst();
        }
        former.remove(now);
        former.add(room);
        room = now;
        stream.rename(now);
        outbox.rename(now);
    }

    /// True if it is time to tell the others that the person is writing.
    boolean mayTellOfTyping() {
        long now = nanos.getAsLong();
        boolean may = inside && (typedAt.isEmpty() || now - typedAt.getAsLong() >= TYPING_NANOS);
        if (may) {
            typedAt = OptionalLong.of(now);
        }
        return may;
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
        Integer newest = last.isPresent() && !wasInside ? last.getAsInt() : null;
        wire.send(List.of(Codec.encode(new Request.Join(room, from, newest), null)));
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
        storage(reply.readOnly() == null, Optional.ofNullable(reply.readOnly()).orElse(""));
        stream.begin(wire, start);
        outbox.begin(wire);
    }

    /// Whether the host can store messages.
    void storage(boolean works, String why) {
        if (works != writable) {
            writable = works;
            events.accept(new ClientEvent.Writable(room, works, why));
        }
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

    /// The host says over TLS that it has our message. Its echo may be lost, with nothing after it that shows the hole.
    void stored(MessageId id, long seq) {
        outbox.stored(id, seq);
        stream.head(seq);
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
        if (wasInside && Verdicts.mayPass(failure.code())) {
            events.accept(new ClientEvent.Failed(Optional.of(room), failure.code(), failure.message()));
            return true;
        }
        outbox.refuseAll(failure.code(), failure.message());
        events.accept(new ClientEvent.JoinFailed(
                room, failure.code(), failure.message(), Optional.ofNullable(failure.retryAfterMillis()).map(Duration::ofMillis)));
        return false;
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
        outbox.refuseAll(reason.orElse(ErrorCode.NOT_IN_ROOM), Verdicts.words(reason));
        events.accept(new ClientEvent.Left(room, reason));
        return false;
    }

    /// True if a message waits to be stored.
    boolean hasToSay() {
        return outbox.size() > 0;
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
