package dev.parley.app.link;

import dev.parley.app.memory.RoomKey;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.ErrorCode;
import java.time.Duration;
import java.util.Optional;

/// What became of a [JoinWish].
public sealed interface JoinOutcome {

    /// In the room, or in it already.
    record In(RoomKey room) implements JoinOutcome {}

    /// The room takes a password: none was given, or it was wrong.
    ///
    /// @param wrong true if the one that was given was wrong
    /// @param pause how long no further attempt is taken; empty if one may try at once
    record PasswordNeeded(boolean wrong, Optional<Duration> pause) implements JoinOutcome {}

    /// An open room of a host that is met for the first time: the person compares the words of its key first.
    record FirstContact(Fingerprint host) implements JoinOutcome {}

    /// The host has another key than before: a full stop.
    record HostChanged(Fingerprint host, String message) implements JoinOutcome {}

    /// Somebody else has the name that the person chose.
    record NameTaken(String name) implements JoinOutcome {}

    /// The host does not let us in.
    record Refused(ErrorCode code, String message, Optional<Duration> retryAfter) implements JoinOutcome {}

    /// Nobody answered.
    record CannotConnect(String message) implements JoinOutcome {}
}
