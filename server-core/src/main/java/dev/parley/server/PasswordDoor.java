package dev.parley.server;

import dev.parley.crypto.PasswordProof;
import dev.parley.crypto.PasswordSecret;
import dev.parley.crypto.ProofException;
import dev.parley.log.StoredPassword;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The password proof of one session, one room at a time, the host's side:
///
/// ```
///  client                                   host
///    join                         ->
///                                 <-   challenge (salt, cost, round 1)     a guess is paid
///    prove-rounds (round 1, 2)    ->
///                                 <-   prove-rounds (round 2)
///    prove-key (key confirmation) ->
///                                 <-   joined (key confirmation)           the guess is given back
/// ```
///
/// The mathematics runs in the background. A client that goes away in between has used up its guess.
final class PasswordDoor implements AutoCloseable {

    /// Somebody who may enter.
    ///
    /// @param wish what was asked for; the room may have got another name since
    /// @param mac the host's key confirmation, after a proof
    record Entry(ServedRoom room, Request.Join wish, Optional<String> mac) {}

    private record Proving(ServedRoom room, Request.Join wish, StoredPassword password, PasswordProof proof) {

        /// False if the room has got another password meanwhile.
        boolean holds() {
            return room.record().password().map(password::equals).orElse(true);
        }
    }

    private final Hall hall;
    private final Session session;
    private final Visitor visitor;
    private final BiConsumer<Entry, @Nullable String> entered;
    private @Nullable Proving proving;
    private boolean busy;
    private boolean closed;

    PasswordDoor(Hall hall, Session session, Visitor visitor, BiConsumer<Entry, @Nullable String> entered) {
        this.hall = hall;
        this.session = session;
        this.visitor = visitor;
        this.entered = entered;
    }

    void challenge(ServedRoom room, Request.Join wish, @Nullable String id) {
        if (busy) {
            throw new ProtocolException(ErrorCode.NOT_NOW, "One proof at a time.");
        }
        Optional<Duration> wait = hall.guesses().start(session.peer(), visitor.device(), room.name());
        if (wait.isPresent()) {
            session.reply(hall.tooManyAttempts("join", wish.room(), wait.get()), id);
            return;
        }
        forget();
        StoredPassword stored = room.record().password().orElseThrow();
        byte[] binding = session.channel().exporter().channelBinding();
        PasswordProof proof = PasswordProof.host(PasswordSecret.of(stored.secret()), binding, wish.room().value(), new SecureRandom());
        work(room, wish, id, proof::round1, round1 -> {
            proving = new Proving(room, wish, stored, proof);
            String salt = Base64.getUrlEncoder().withoutPadding().encodeToString(stored.salt());
            session.reply(new Reply.Challenge(wish.room(), salt, stored.memoryKib(), stored.iterations(), stored.lanes(), round1), id);
        });
    }

    void rounds(Request.ProveRounds request, @Nullable String id) {
        Proving now = require(request.room());
        work(now.room, now.wish, id, () -> {
            now.proof.acceptRound1(request.round1());
            String mine = now.proof.round2();
            now.proof.acceptRound2(request.round2());
            return mine;
        }, round2 -> session.reply(new Reply.HostRounds(now.wish.room(), round2), id));
    }

    void key(Request.ProveKey request, @Nullable String id) {
        Proving now = require(request.room());
        proving = null;
        work(now.room, now.wish, id, () -> now.proof.verifyMac(request.mac()) ? Optional.of(now.proof.mac()) : Optional.<String>empty(), mac -> {
            now.proof.close();
            if (mac.isEmpty() || !now.holds()) {
                refused(now.room, now.wish, id);
                return;
            }
            hall.guesses().right(session.peer(), visitor.device(), now.room.name());
            visitor.admitted().add(now.room.id());
            entered.accept(new Entry(now.room, now.wish, mac), id);
        });
    }

    private Proving require(RoomName room) {
        Proving now = proving;
        if (busy || now == null || !now.wish.room().equals(room)) {
            throw new ProtocolException(ErrorCode.NOT_NOW, "No proof is under way for this room; join first.");
        }
        return now;
    }

    private <T> void work(ServedRoom room, Request.Join wish, @Nullable String id, Callable<T> step, Consumer<T> then) {
        busy = true;
        hall.background().compute(step, result -> {
            busy = false;
            if (session.open() && !closed) {
                then.accept(result);
            }
        }, failure -> {
            busy = false;
            forget();
            if (failure instanceof ProofException) {
                refused(room, wish, id);
            } else {
                session.reply(new Reply.Failure("join", ErrorCode.INTERNAL, "The proof could not be checked.", wish.room(), null), id);
            }
        });
    }

    private void refused(ServedRoom room, Request.Join wish, @Nullable String id) {
        hall.joinFailed(session, visitor, room.name(), ErrorCode.WRONG_PASSWORD);
        session.reply(new Reply.Failure("join", ErrorCode.WRONG_PASSWORD, "The password is wrong.", wish.room(), null), id);
    }

    private void forget() {
        if (proving != null) {
            proving.proof.close();
            proving = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        if (!busy) {
            forget();
        }
    }
}
