package dev.parley.app.ui.join;

import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Where somebody stands on the way into a room.
public sealed interface JoinState {

    /// The host is asked.
    record Connecting() implements JoinState {}

    /// The room takes a password.
    ///
    /// @param wrong true if the one that was given was wrong
    /// @param left how many more may be tried this minute; empty while none was wrong
    record Password(boolean wrong, OptionalInt left) implements JoinState {}

    /// An open room of a host that is met for the first time.
    record FirstContact(Fingerprint host) implements JoinState {}

    /// The host has another key than before.
    ///
    /// @param host the new key, if it is known
    record Changed(Optional<Fingerprint> host) implements JoinState {}

    /// Somebody else there has that name.
    record NameTaken(String name) implements JoinState {}

    /// The host does not let us in.
    ///
    /// @param words why, and what to do
    record Refused(ErrorCode code, String words) implements JoinState {}

    /// Nobody answered.
    ///
    /// @param tried the addresses
    /// @param reason of the last attempt; may be empty
    record Unreachable(List<String> tried, String reason) implements JoinState {}

    /// We are inside.
    record In() implements JoinState {}
}
