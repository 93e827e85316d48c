package dev.parley.protocol;

import java.util.List;

/// The body of a notice entry: something that happened to people in the room. Several people who come (or go) at
/// nearly the same time share one notice, so that a crowd does not fill the log.
///
/// @param event what happened
/// @param names whom it happened to, 1 to [Limits#NOTICE_NAMES]
public record Notice(Event event, List<UserName> names) {

    /// Names here are the wire form in lower case.
    public enum Event {
        JOINED,
        LEFT,
        IDLE,
        CREATED
    }

    public Notice {
        names = List.copyOf(names);
        if (names.isEmpty() || names.size() > Limits.NOTICE_NAMES) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "a notice is about 1 to " + Limits.NOTICE_NAMES + " people");
        }
    }

    /// The JSON form that is stored as the entry's body.
    public String toBody() {
        return Json.GSON.toJson(this);
    }

    /// @throws ProtocolException with [ErrorCode#BAD_MESSAGE] if the body is not a notice
    public static Notice ofBody(String body) {
        return Json.read(body, Notice.class);
    }
}
