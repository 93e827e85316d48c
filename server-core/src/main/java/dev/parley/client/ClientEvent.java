package dev.parley.client;

import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.Entry;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a [RoomClient] tells its user, in the order in which it happened. Immutable.
public sealed interface ClientEvent {

    /// Connected and logged in. Rooms that were joined before are joined again by themselves.
    ///
    /// @param name the name that the host knows
    /// @param trust whether this host's key was known before
    record Online(Fingerprint host, UserName name, Trust trust) implements ClientEvent {}

    /// How sure we are that the host is the one meant.
    enum Trust {
        /// Its key was pinned before, or an invite named it.
        KNOWN,
        /// Seen for the first time: compare the words, or prove a password.
        FIRST_CONTACT
    }

    /// The connection is lost; the next attempt follows by itself. Messages sent meanwhile wait in the outbox.
    record Offline(String why, Duration retryIn) implements ClientEvent {}

    /// In the room; entries `after + 1` and up follow.
    ///
    /// @param people the first 500 of `count`
    /// @param again true when this follows a reconnect
    record Joined(RoomName room, long head, long after, boolean locked, List<Reply.Person> people, int count, Way way,
            boolean again) implements ClientEvent {}

    /// The next entry of the room: numbers are contiguous, nothing is missing and nothing comes twice.
    record Received(RoomName room, Entry entry) implements ClientEvent {}

    /// History is complete up to `seq`; what follows is live.
    record CaughtUp(RoomName room, long seq) implements ClientEvent {}

    /// Our message is stored as entry `seq`. Comes before the [Received] of the same entry.
    record Sent(RoomName room, MessageId id, long seq) implements ClientEvent {}

    /// Our message was refused and will not be sent again by itself.
    record Refused(RoomName room, MessageId id, MessageText text, ErrorCode code, String message)
            implements ClientEvent {}

    /// Words for one person only; not kept in the log.
    record Whispered(RoomName room, UserName from, UserName to, MessageText text) implements ClientEvent {}

    /// A whisper or another small request was refused.
    record Failed(Optional<RoomName> room, ErrorCode code, String message) implements ClientEvent {}

    /// The way that messages take has changed.
    record WayChanged(Way now, String why) implements ClientEvent {}

    /// How messages travel at present.
    enum Way {
        UDP,
        TCP
    }

    /// Somebody types; holds for about 6 seconds unless it comes again. Never about ourselves.
    record Typing(RoomName room, UserName who) implements ClientEvent {}

    /// Somebody's presence changed. Told in rooms of up to 500 people; whoever comes in later is in `Joined` or
    /// [RoomClient#people] with it.
    record Presence(RoomName room, UserName who, State state) implements ClientEvent {

        /// Whether somebody is there.
        public enum State {
            HERE,
            /// Away from the keyboard; the program still runs.
            IDLE,
            /// The connection is lost; the person may come back.
            AWAY
        }
    }

    /// The host renamed the room; everything about `room` goes on under `now`. Calls with the old name still reach it.
    record Renamed(RoomName room, RoomName now) implements ClientEvent {}

    /// Whether messages can be stored in the room has changed: the host's storage failed or works again.
    ///
    /// @param why for people; empty when they can be stored
    record Writable(RoomName room, boolean now, String why) implements ClientEvent {}

    /// The room did not let us in. Nothing is tried again by itself.
    record JoinFailed(RoomName room, ErrorCode code, String message, Optional<Duration> retryAfter)
            implements ClientEvent {}

    /// Not in the room any more: left, idle, kicked or the room was closed.
    record Left(RoomName room, Optional<ErrorCode> reason) implements ClientEvent {}

    /// The last event: the client has stopped.
    record Ended(EndReason reason, String message) implements ClientEvent {}

    /// Why a client stopped for good.
    enum EndReason {
        /// [RoomClient#close] was called.
        CLOSED,
        /// No address answered at the first attempt.
        CANNOT_CONNECT,
        /// The host's key is not the one pinned or expected.
        HOST_CHANGED,
        /// The name is in use.
        NAME_TAKEN,
        /// The host refuses us: full, banned, other version.
        REFUSED,
        /// The same session went on elsewhere.
        REPLACED
    }
}
