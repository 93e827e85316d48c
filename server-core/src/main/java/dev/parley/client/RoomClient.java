package dev.parley.client;

import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// One connection to one host, in any number of its rooms, kept alive until closed: it reconnects by itself, joins its
/// rooms again, asks for what it missed and sends its outbox with the same ids, so that every message is stored and
/// shown exactly once.
///
/// Every method may be called from any thread and returns at once. Events come from [#next] and [#poll], which are for
/// one reading thread; a reader that does not read makes the client stop reading from the network, nothing is lost.
public interface RoomClient extends AutoCloseable {

    /// Starts connecting. The first event is `Online` or `Ended`.
    static RoomClient open(ClientConfig config) {
        return NettyRoomClient.open(config);
    }

    /// Waits for the next event; after `Ended` it always returns that again.
    ClientEvent next() throws InterruptedException;

    /// Waits for the next event, but not longer than that.
    Optional<ClientEvent> poll(Duration atMost) throws InterruptedException;

    /// Joins a room; answered by `Joined` or `JoinFailed`, at once or when online.
    ///
    /// @param password copied, and kept in derived form only; empty for none
    /// @param after the last entry that is known already, to get only what follows
    void join(RoomName room, Optional<char[]> password, OptionalLong after);

    /// Joins a room for somebody who reads from the end: the stream starts with the newest `last` entries at most, what
    /// lies before them comes from [#history]. After a reconnect it goes on where it was.
    ///
    /// @param password copied, and kept in derived form only; empty for none
    /// @param last 0 or more
    void joinLatest(RoomName room, Optional<char[]> password, int last);

    void leave(RoomName room);

    /// Puts a message into the outbox; answered by `Sent` or `Refused`, however long the host is away.
    ///
    /// @throws IllegalStateException if 10,000 messages wait already or the client has ended
    MessageId send(RoomName room, MessageText text);

    /// Words for one person of the room, now or never.
    void whisper(RoomName room, UserName to, MessageText text);

    /// The person did something, so is not idle. May be called as often as one likes.
    void active();

    /// The person types in this room: the others may see it. At most every 3 seconds is sent; more is throttled here.
    void typing(RoomName room);

    /// The person is there; false: away from the keyboard, while the program still runs. Others see it as presence.
    /// Kept over reconnects; true at the start.
    void present(boolean here);

    /// Messages of the outbox that are not stored yet.
    int unsent();

    /// Rooms of the host. Fails with [ClientException] when offline.
    CompletableFuture<List<Reply.RoomInfo>> rooms();

    /// The people of a joined room, all of them.
    CompletableFuture<List<Reply.Person>> people(RoomName room);

    /// The newest entries with a number below `before` that this member may see, ascending, as many as fit a page. Empty
    /// when there is nothing older. One search or page at a time goes on at the host; 2 searches a second are allowed.
    /// Fails with [ClientException] when offline, when not in the room, or when asked too often.
    ///
    /// @param limit 1 to [dev.parley.protocol.Limits#PAGE_ENTRIES]
    /// @param search only texts that contain every one of these words, whatever the case
    CompletableFuture<List<Entry>> history(RoomName room, long before, int limit, Optional<String> search);

    /// For the owner of the host: every room in its log.
    CompletableFuture<List<Reply.LogRoom>> logRooms();

    /// For the owner of the host: see [dev.parley.protocol.Request.LogEntries].
    CompletableFuture<List<Entry>> logEntries(RoomName room, long before, int limit, Optional<String> search);

    /// For the owner of the host: see [dev.parley.protocol.Request.LogEvents].
    CompletableFuture<List<Reply.Event>> logEvents(long before, int limit);

    /// Says goodbye, at most one second, and ends. Idempotent.
    @Override
    void close();
}
