package dev.parley.protocol;

import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/// What a client may send, one record per type. Plain clients use the first group; the rest is opened by [Hello].
/// A record that exists is within its limits. Type names on the wire are in [RequestType].
public sealed interface Request {

    // Plain protocol

    /// Takes a name for this connection.
    ///
    /// @param session secret of the running program (base64url); lets it take over its own lost connection
    /// @param device secret of the data folder for this host (base64url); lets it come back after a crash
    record Guest(UserName username, @Nullable String session, @Nullable String device) implements Request {
        public Guest {
            Tokens.requireValid(session);
            Tokens.requireValid(device);
        }
    }

    /// Names of the rooms when in the lobby, of the people when in a room.
    record ListNames() implements Request {}

    /// Makes an open room.
    record Create(RoomName room) implements Request {}

    /// Plain clients go into one room at a time; a locked one only where the host allows it.
    record Enter(RoomName room, @Nullable String password) implements Request {
        public Enter {
            if (password != null && password.codePointCount(0, password.length()) > Limits.PASSWORD_CODE_POINTS) {
                throw new ProtocolException(ErrorCode.TOO_LONG, "the password is too long");
            }
        }
    }

    /// Words of a plain client to `public` or to one person. A `from` in the JSON is ignored.
    record PlainMessage(String to, MessageText text) implements Request {}

    /// Back to the lobby.
    record Exit() implements Request {}

    /// Ends the connection.
    record Logout() implements Request {}

    // Rich protocol

    /// First message of a rich client.
    ///
    /// @param version [Limits#PROTOCOL_VERSION]
    /// @param client name and version of the program, for the host's log
    /// @param ownerToken proves, on loopback, that this is the host's own program
    record Hello(int version, String client, @Nullable String ownerToken) implements Request {
        public Hello {
            client = VisibleText.line(client.length() > 64 ? client.substring(0, 64) : client);
            Tokens.requireValid(ownerToken);
        }
    }

    /// Goes into a room. The stream starts after entry `after`, or where the host's history rule says.
    ///
    /// @param last the newest entries that are wanted at most: the rest is read with [History]
    record Join(RoomName room, @Nullable Long after, @Nullable Integer last) implements Request {
        public Join {
            if ((after != null && after < 0) || (last != null && last < 0)) {
                throw new ProtocolException(ErrorCode.BAD_MESSAGE, "after and last must not be negative");
            }
        }
    }

    /// Rounds 1 and 2 of the client in the password proof, base64url.
    record ProveRounds(RoomName room, String round1, String round2) implements Request {}

    /// Key confirmation of the client in the password proof, base64url.
    record ProveKey(RoomName room, String mac) implements Request {}

    record Leave(RoomName room) implements Request {}

    /// Words for a room.
    ///
    /// @param n number of this post on this stay in the room, from 1: the host stores posts in this order
    record Post(RoomName room, MessageId id, long n, MessageText text) implements Request {
        public Post {
            if (n < 1) {
                throw new ProtocolException(ErrorCode.BAD_MESSAGE, "posts are numbered from 1");
            }
        }
    }

    /// Words for one person of the room, delivered now or not at all.
    record Whisper(RoomName room, UserName to, MessageText text) implements Request {}

    /// Asks for entries `from` to `to`, both included: the repair of a hole.
    record Range(RoomName room, long from, long to) implements Request {
        public Range {
            if (from < 1 || to < from) {
                throw new ProtocolException(ErrorCode.BAD_MESSAGE, "a range is 1 <= from <= to");
            }
        }

        /// Asks for all that is missing, as far as one page reaches: from `expected` to the end of the last hole. What lies
        /// between comes once more, with one answer for all holes: one after the other, those of a busy room would come
        /// faster than they are filled.
        ///
        /// @param newest the highest number that is known, at least `expected`
        /// @param kept the numbers above `expected` that have come
        public static Range ofMissing(RoomName room, long expected, long newest, NavigableSet<Long> kept) {
            long missing = Math.min(newest, expected + Limits.PAGE_ENTRIES - 1);
            for (long have : kept.headSet(missing, true).descendingSet()) {
                if (have != missing) {
                    break;
                }
                missing--;
            }
            return new Range(room, expected, missing);
        }
    }

    /// Asks for the newest entries with a number below `before`, at most `limit`, in ascending order; with `search`, only
    /// for texts that contain every word of it.
    record History(RoomName room, long before, int limit, @Nullable String search) implements Request {
        public History {
            limit = Math.clamp(limit, 1, Limits.PAGE_ENTRIES);
            if (search != null && search.length() > Limits.SEARCH_CHARS) {
                throw new ProtocolException(ErrorCode.TOO_LONG, "the search has too many characters");
            }
        }
    }

    /// Asks for a page of the people in the room.
    record People(RoomName room, int offset) implements Request {
        public People {
            if (offset < 0) {
                throw new ProtocolException(ErrorCode.BAD_MESSAGE, "the offset must not be negative");
            }
        }
    }

    /// Keeps the control channel alive; answered by [Reply.Pong].
    record Ping(long n) implements Request {}

    /// The client's judgement of the way from host to client: datagrams arrive, or they do not.
    record Path(boolean udp) implements Request {}

    /// The person did something: not idle.
    record Active() implements Request {}

    /// The person is there, or (false) away from the keyboard while the program goes on.
    record Present(boolean here) implements Request {}

    /// The person is writing. By datagram or over TLS; lost without harm.
    record Typing(RoomName room) implements Request {}

    /// Travels by datagram only; answered by [Reply.ProbeEcho] on the way it came.
    record Probe(long n) implements Request {}

    // For the owner of the host, on loopback

    /// Every room of the log, with its size.
    record LogRooms() implements Request {}

    /// The newest entries with a number below `before`, at most `limit`, in ascending order; with `search`, only
    /// those whose text contains every word of it.
    record LogEntries(RoomName room, long before, int limit, @Nullable String search) implements Request {
        public LogEntries {
            limit = Math.clamp(limit, 1, Limits.PAGE_ENTRIES);
        }
    }

    /// The newest audit events with a number below `before`, at most `limit`, in ascending order.
    record LogEvents(long before, int limit) implements Request {
        public LogEvents {
            limit = Math.clamp(limit, 1, Limits.PAGE_ENTRIES);
        }
    }
}
