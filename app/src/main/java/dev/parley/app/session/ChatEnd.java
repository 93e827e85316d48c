package dev.parley.app.session;

import dev.parley.client.ClientEvent;
import dev.parley.protocol.ErrorCode;
import java.time.Duration;
import java.util.Optional;

/// Why a [Chat] is over.
public sealed interface ChatEnd {

    /// We left; nothing is unfinished.
    record Left() implements ChatEnd {}

    /// The host made us leave.
    record Removed(ErrorCode reason) implements ChatEnd {}

    /// The room did not let us in.
    record NotJoined(ErrorCode code, String message, Optional<Duration> retryAfter) implements ChatEnd {}

    /// The client stopped.
    record Ended(ClientEvent.EndReason reason, String message) implements ChatEnd {}
}
