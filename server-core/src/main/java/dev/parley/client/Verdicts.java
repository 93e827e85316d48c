package dev.parley.client;

import dev.parley.protocol.ErrorCode;
import java.util.Optional;

/// What a host's refusal means for somebody who was in the room.
final class Verdicts {

    private Verdicts() {}

    /// True if it is worth asking again by itself.
    static boolean mayPass(ErrorCode code) {
        return switch (code) {
            case NO_SUCH_ROOM, TOO_MANY_ATTEMPTS, ROOM_FULL, PAUSED, NAME_TAKEN, RATE_LIMITED, READ_ONLY, INTERNAL, NOT_NOW -> true;
            case BAD_MESSAGE, UNKNOWN_TYPE, UNSUPPORTED_VERSION, BAD_NAME, NO_SUCH_PERSON, ROOM_EXISTS, TOO_MANY_ROOMS,
                    NOT_IN_ROOM, WRONG_PASSWORD, PROOF_REQUIRED, SERVER_FULL, BANNED, FORBIDDEN, TOO_LONG, REPLACED, IDLE,
                    LOGIN_TIMEOUT, KICKED, ROOM_CLOSED, CLOSING -> false;
        };
    }

    /// Why what was not sent will not be, for people.
    static String words(Optional<ErrorCode> reason) {
        if (reason.equals(Optional.of(ErrorCode.KICKED))) {
            return "The host has removed you from the room.";
        }
        return reason.equals(Optional.of(ErrorCode.ROOM_CLOSED)) ? "The host has closed the room." : "Not in the room any more.";
    }
}
