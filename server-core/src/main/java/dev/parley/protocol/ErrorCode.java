package dev.parley.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Why a request was refused or a session ended. The wire name is stable; people see a text made from it.
public enum ErrorCode {
    BAD_MESSAGE("bad-message"),
    UNKNOWN_TYPE("unknown-type"),
    UNSUPPORTED_VERSION("unsupported-version"),
    NOT_NOW("not-now"),
    BAD_NAME("bad-name"),
    NAME_TAKEN("name-taken"),
    NO_SUCH_ROOM("no-such-room"),
    NO_SUCH_PERSON("no-such-person"),
    ROOM_EXISTS("room-exists"),
    TOO_MANY_ROOMS("too-many-rooms"),
    NOT_IN_ROOM("not-in-room"),
    WRONG_PASSWORD("wrong-password"),
    PROOF_REQUIRED("proof-required"),
    TOO_MANY_ATTEMPTS("too-many-attempts"),
    ROOM_FULL("room-full"),
    SERVER_FULL("server-full"),
    BANNED("banned"),
    FORBIDDEN("forbidden"),
    RATE_LIMITED("rate-limited"),
    TOO_LONG("too-long"),
    READ_ONLY("read-only"),
    REPLACED("replaced"),
    IDLE("idle"),
    LOGIN_TIMEOUT("login-timeout"),
    KICKED("kicked"),
    ROOM_CLOSED("room-closed"),
    PAUSED("paused"),
    CLOSING("closing"),
    INTERNAL("internal");

    private static final Map<String, ErrorCode> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ErrorCode::wireName, Function.identity()));

    private final String wireName;

    ErrorCode(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /// The code of that wire name; empty for one that a newer program sent.
    public static Optional<ErrorCode> ofWireName(String name) {
        return Optional.ofNullable(BY_WIRE_NAME.get(name));
    }
}
