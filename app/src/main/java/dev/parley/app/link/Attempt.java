package dev.parley.app.link;

import dev.parley.app.session.Located;
import dev.parley.app.session.WishedName;
import dev.parley.client.ClientEvent;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One try to get into a room.
@SuppressWarnings("ArrayRecordComponent") // wiped when it is over
record Attempt(RoomName room, Optional<Located> where, WishedName name, Optional<char[]> password, boolean trusted,
        CompletableFuture<JoinOutcome> outcome) {

    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);

    static Attempt of(JoinWish wish) {
        return new Attempt(wish.where().room(), Optional.of(wish.where()), wish.name(), wish.password(), wish.trusted(),
                new CompletableFuture<>());
    }

    /// Into a room of our own.
    static Attempt own(RoomName room, UserName name) {
        return new Attempt(room, Optional.empty(), new WishedName(Optional.of(name), name), Optional.empty(), true,
                new CompletableFuture<>());
    }

    /// True if the key of the host comes from the person: an invite, or words that were compared.
    boolean vouched() {
        return trusted || where.map(Located::vouched).orElse(true);
    }

    /// Nobody waits for it any more.
    boolean abandoned() {
        return outcome.isDone();
    }

    void wipe() {
        password.ifPresent(p -> Arrays.fill(p, ' '));
    }

    JoinOutcome failed(ClientEvent.JoinFailed event) {
        return switch (event.code()) {
            case PROOF_REQUIRED -> new JoinOutcome.PasswordNeeded(false, Optional.empty());
            case WRONG_PASSWORD -> new JoinOutcome.PasswordNeeded(true, event.retryAfter());
            case TOO_MANY_ATTEMPTS ->
                new JoinOutcome.PasswordNeeded(password.isPresent(), Optional.of(event.retryAfter().orElse(USUAL_PAUSE)));
            case NAME_TAKEN -> new JoinOutcome.NameTaken(name.first().value());
            case BAD_MESSAGE, UNKNOWN_TYPE, UNSUPPORTED_VERSION, NOT_NOW, BAD_NAME, NO_SUCH_ROOM, NO_SUCH_PERSON, ROOM_EXISTS,
                    TOO_MANY_ROOMS, NOT_IN_ROOM, ROOM_FULL, SERVER_FULL, BANNED, FORBIDDEN, RATE_LIMITED, TOO_LONG, READ_ONLY,
                    REPLACED, IDLE, LOGIN_TIMEOUT, KICKED, ROOM_CLOSED, PAUSED, CLOSING, INTERNAL ->
                new JoinOutcome.Refused(event.code(), event.message(), event.retryAfter());
        };
    }

    /// The connection was given up before we were inside.
    ///
    /// @param host whom we met; empty if nobody was met who may be believed
    JoinOutcome ended(ClientEvent.Ended event, Optional<Fingerprint> host) {
        return switch (event.reason()) {
            case NAME_TAKEN -> new JoinOutcome.NameTaken(name.first().value());
            case REFUSED -> new JoinOutcome.Refused(ErrorCode.FORBIDDEN, event.message(), Optional.empty());
            case REPLACED -> new JoinOutcome.Refused(ErrorCode.REPLACED, event.message(), Optional.empty());
            // a key that is not the expected one is not told to us, so there is nothing to compare or to trust
            case HOST_CHANGED -> host.<JoinOutcome>map(key -> new JoinOutcome.HostChanged(key, event.message()))
                    .orElseGet(() -> new JoinOutcome.CannotConnect(event.message()));
            case CANNOT_CONNECT, CLOSED -> new JoinOutcome.CannotConnect(event.message());
        };
    }

    /// Says nothing of the password.
    @Override
    public String toString() {
        return "Attempt[" + room + "]";
    }
}
