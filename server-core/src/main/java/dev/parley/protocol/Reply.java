package dev.parley.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a server sends, answers and pushes alike, one record per type. Type names on the wire are in [ReplyType].
public sealed interface Reply {

    // Plain protocol

    record Guest(UserName username, String chatroom) implements Reply {}

    /// @param room names of the rooms
    /// @param rooms the same with details; only for rich clients
    record RoomList(List<RoomName> room, @Nullable List<RoomInfo> rooms) implements Reply {
        public RoomList {
            room = List.copyOf(room);
            rooms = rooms == null ? null : List.copyOf(rooms);
        }
    }

    /// What the list says of one room.
    record RoomInfo(RoomName name, boolean locked, int members) {}

    /// Names of the people in the room of a plain client.
    record NameList(List<UserName> room) implements Reply {
        public NameList {
            room = List.copyOf(room);
        }
    }

    record Created(RoomName room) implements Reply {}

    record Entered(UserName username, RoomName room) implements Reply {}

    /// @param to `public` or the name of the receiver
    record PlainMessage(String to, UserName from, MessageText text) implements Reply {}

    record Exited() implements Reply {}

    record LoggedOut() implements Reply {}

    // Rich protocol

    /// @param version version that both speak
    /// @param server name and version of the program
    /// @param index receiver index of the sealed datagrams of this connection; they go to the port of the connection
    record Hello(int version, String server, long index) implements Reply {}

    /// The room is locked: prove the password.
    ///
    /// @param salt base64url
    /// @param round1 round 1 of the host, base64url
    record Challenge(RoomName room, String salt, int memoryKib, int iterations, int lanes, String round1)
            implements Reply {
        public Challenge {
            if (memoryKib < 8 || memoryKib > 256 * 1024 || iterations < 1 || iterations > 16 || lanes < 1 || lanes > 4) {
                throw new ProtocolException(ErrorCode.BAD_MESSAGE, "the host asks for an unreasonable password hash");
            }
        }
    }

    record HostRounds(RoomName room, String round2) implements Reply {}

    /// The client is in the room.
    ///
    /// @param head newest entry number at this moment, 0 in an empty room
    /// @param after the stream that follows starts with `after + 1`
    /// @param people the first [Limits#LIST_NAMES] people
    /// @param count how many people there are
    /// @param mac key confirmation of the host, base64url; only after a proof
    /// @param readOnly why nothing can be stored at present; absent where everything can
    record Joined(RoomName room, long head, long after, boolean locked, List<Person> people, int count,
            @Nullable String mac, @Nullable String readOnly) implements Reply {
        public Joined {
            people = List.copyOf(people);
        }
    }

    /// @param role `host`, `moderator` or `member`
    /// @param presence `here`, `idle` or `away`; absent for here
    record Person(UserName name, String role, @Nullable String presence) {
        public Person(UserName name, String role) {
            this(name, role, null);
        }
    }

    record EntryPush(RoomName room, Entry entry) implements Reply {}

    /// All entries from `from` to `to`, both included, that are still kept: numbers not among them were removed by the
    /// room's retention.
    record Entries(RoomName room, long from, long to, List<Entry> entries) implements Reply {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /// The answer to [Request.History]: as many of the newest as fit a frame; empty where there is nothing older.
    record HistoryPage(RoomName room, List<Entry> entries) implements Reply {
        public HistoryPage {
            entries = List.copyOf(entries);
        }
    }

    /// Everything up to `seq` was sent; what follows is live.
    record CaughtUp(RoomName room, long seq) implements Reply {}

    /// The post with this id is entry `seq`; sent when it had been stored before.
    record Stored(RoomName room, MessageId id, long seq) implements Reply {}

    record WhisperPush(RoomName room, UserName from, UserName to, MessageText text) implements Reply {}

    record People(RoomName room, int offset, int count, List<Person> people) implements Reply {
        public People {
            people = List.copyOf(people);
        }
    }

    /// @param heard number of the newest [Request.Probe] that arrived, 0 for none
    record Pong(long n, long heard) implements Reply {}

    /// Beacon: the newest entry number.
    record Head(RoomName room, long seq) implements Reply {}

    record ProbeEcho(long n) implements Reply {}

    /// Somebody in the room is writing; true for about 6 seconds.
    record TypingPush(RoomName room, UserName who) implements Reply {}

    /// People whose presence has changed.
    record PresencePush(RoomName room, List<Seen> people) implements Reply {
        public PresencePush {
            people = List.copyOf(people);
        }
    }

    /// @param presence `here`, `idle` or `away`
    record Seen(UserName name, String presence) {}

    /// The host has given the room another name: everything that follows carries it.
    record Renamed(RoomName room, RoomName now) implements Reply {}

    /// Whether messages can be stored from now on.
    ///
    /// @param why for people; empty if they can
    record Writable(RoomName room, boolean now, String why) implements Reply {}

    /// The client is no longer in the room.
    record Left(RoomName room, @Nullable ErrorCode reason) implements Reply {}

    // For the owner

    record LogRooms(List<LogRoom> rooms) implements Reply {
        public LogRooms {
            rooms = List.copyOf(rooms);
        }
    }

    /// @param first oldest kept entry, @param head newest entry; both 0 in an empty room
    record LogRoom(RoomName name, boolean locked, long first, long head) {}

    record LogEntries(RoomName room, List<Entry> entries) implements Reply {
        public LogEntries {
            entries = List.copyOf(entries);
        }
    }

    record LogEvents(List<Event> events) implements Reply {
        public LogEvents {
            events = List.copyOf(events);
        }
    }

    /// One line of the audit.
    record Event(long number, Instant at, String event, @Nullable String room, @Nullable String person, String detail) {}

    // Refusals

    /// The request of that type was refused, or (type `closing`) the connection ends.
    ///
    /// @param type type of the request, `closing`, or `error` where no type could be read
    /// @param message for people: what to do about it
    /// @param room the room concerned
    /// @param retryAfterMillis when it is worth trying again
    record Failure(String type, ErrorCode code, String message, @Nullable RoomName room,
            @Nullable Long retryAfterMillis) implements Reply {}
}
