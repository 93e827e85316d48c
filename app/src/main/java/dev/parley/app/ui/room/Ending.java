package dev.parley.app.ui.room;

import dev.parley.client.ClientEvent.EndReason;
import dev.parley.protocol.ErrorCode;
import java.util.Optional;

/// Why we are not in the room any more, and will not come back by ourselves.
///
/// @param said what the host said about it; may be empty
public record Ending(Cause cause, String said) {

    /// What happened.
    public enum Cause {
        KICKED,
        BANNED,
        /// The host has closed the room.
        CLOSED,
        /// Our own host was stopped.
        STOPPED,
        /// The password was changed while we were away.
        PASSWORD,
        /// Another host answers in its place.
        CHANGED,
        /// The same name went on in another window.
        REPLACED,
        /// Anything else.
        REFUSED
    }

    static Ending left(Optional<ErrorCode> reason) {
        return failed(reason.orElse(ErrorCode.NOT_IN_ROOM), "");
    }

    static Ending failed(ErrorCode code, String said) {
        Cause cause = switch (code) {
            case KICKED -> Cause.KICKED;
            case BANNED -> Cause.BANNED;
            case ROOM_CLOSED, NO_SUCH_ROOM -> Cause.CLOSED;
            case WRONG_PASSWORD, PROOF_REQUIRED -> Cause.PASSWORD;
            case REPLACED -> Cause.REPLACED;
            case BAD_MESSAGE, UNKNOWN_TYPE, UNSUPPORTED_VERSION, NOT_NOW, BAD_NAME, NAME_TAKEN, NO_SUCH_PERSON, ROOM_EXISTS,
                    TOO_MANY_ROOMS, NOT_IN_ROOM, TOO_MANY_ATTEMPTS, ROOM_FULL, SERVER_FULL, FORBIDDEN, RATE_LIMITED, TOO_LONG,
                    READ_ONLY, IDLE, LOGIN_TIMEOUT, PAUSED, CLOSING, INTERNAL -> Cause.REFUSED;
        };
        return new Ending(cause, said);
    }

    static Ending ended(EndReason reason, String said, boolean own) {
        Cause cause = switch (reason) {
            case CLOSED, CANNOT_CONNECT -> own ? Cause.STOPPED : Cause.REFUSED;
            case HOST_CHANGED -> Cause.CHANGED;
            case NAME_TAKEN, REFUSED -> Cause.REFUSED;
            case REPLACED -> Cause.REPLACED;
        };
        return new Ending(cause, said);
    }
}
