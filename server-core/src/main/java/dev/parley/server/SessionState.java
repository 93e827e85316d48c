package dev.parley.server;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Request;
import org.jspecify.annotations.Nullable;

/// What a connection may do at present; every state is a class.
///
/// ```
///  Connected --guest--> PlainLobby --enter--> PlainRoom --exit--> PlainLobby
///      |
///      +--hello, guest--> RichMember (lobby and any number of rooms)
/// ```
sealed interface SessionState permits Connected, PlainLobby, PlainRoom, RichMember {

    /// Handles a request and returns the state that follows.
    ///
    /// @throws dev.parley.protocol.ProtocolException to refuse it
    SessionState on(Request request, @Nullable String id);

    /// The host puts the person out of a room.
    default void putOut(ServedRoom room, ErrorCode reason) {}

    /// The room allows another time of doing nothing.
    default void idleChanged(ServedRoom room) {}

    /// The control channel takes more again.
    default void writable() {}

    /// The connection is gone.
    ///
    /// @param polite true if the client said goodbye, so will not come back
    default void gone(boolean polite) {}
}
