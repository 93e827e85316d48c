package dev.parley.app.session;

import dev.parley.client.ClientEvent;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.VisibleText;
import java.time.Duration;
import java.util.Optional;

/// Turns the end of a chat into what to tell the person.
public final class Refusals {

    private Refusals() {}

    /// @throws SessionException unless the person left
    public static void requireLeft(ChatEnd end, RoomName room) {
        switch (end) {
            case ChatEnd.Left() -> {}
            case ChatEnd.Removed(var reason) -> throw refused(reason, room, "", Optional.empty());
            case ChatEnd.NotJoined(var code, var message, var retry) -> throw refused(code, room, message, retry);
            case ChatEnd.Ended(var reason, var message) -> ended(reason, message, room);
        }
    }

    private static SessionException refused(ErrorCode code, RoomName room, String message, Optional<Duration> retry) {
        long seconds = retry.map(d -> Math.max(1, d.toSeconds())).orElse(60L);
        return new SessionException(problem(code), code.wireName(), room, VisibleText.line(message), seconds);
    }

    private static void ended(ClientEvent.EndReason reason, String message, RoomName room) {
        String words = VisibleText.line(message);
        switch (reason) {
            case CLOSED -> {}
            case CANNOT_CONNECT -> throw new SessionException(Problem.CANNOT_CONNECT, "cannot-connect", room, words);
            case HOST_CHANGED -> throw new SessionException(Problem.REFUSED, "host-changed", room, words);
            case NAME_TAKEN -> throw new SessionException(Problem.REFUSED, "name-taken", room, words, 0);
            case REFUSED -> throw new SessionException(Problem.REFUSED, "refused", words);
            case REPLACED -> throw new SessionException(Problem.REFUSED, "replaced", room, words, 0);
        }
    }

    /// Which kind of failure a refusal of the host is.
    static Problem problem(ErrorCode code) {
        return switch (code) {
            case NO_SUCH_ROOM -> Problem.NO_SUCH_ROOM;
            case WRONG_PASSWORD, PROOF_REQUIRED -> Problem.WRONG_PASSWORD;
            case BAD_NAME, TOO_LONG -> Problem.USAGE;
            case READ_ONLY -> Problem.STORAGE;
            case CLOSING, LOGIN_TIMEOUT -> Problem.CANNOT_CONNECT;
            case BAD_MESSAGE, UNKNOWN_TYPE, UNSUPPORTED_VERSION, NOT_NOW, NAME_TAKEN, NO_SUCH_PERSON, ROOM_EXISTS,
                    TOO_MANY_ROOMS, NOT_IN_ROOM, TOO_MANY_ATTEMPTS, ROOM_FULL, SERVER_FULL, BANNED, KICKED, ROOM_CLOSED, PAUSED, FORBIDDEN,
                    RATE_LIMITED, REPLACED, IDLE, INTERNAL -> Problem.REFUSED;
        };
    }
}
