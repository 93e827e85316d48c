package dev.parley.app.link;

import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.Located;
import dev.parley.client.ClientEvent;
import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import dev.parley.protocol.UserName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A room that we are in. Any thread; futures complete on the executor of the window.
public interface OpenRoom {

    /// Which room; another one after the host has renamed it.
    RoomKey key();

    /// Our name in it.
    UserName me();

    /// True if the host is ours, so that we may do everything in the room.
    boolean own();

    /// The way to it, to come again; empty for a room of our own.
    Optional<Located> where();

    /// Hears what happens in the room and with the connection to its host, in order, on the executor of the window; the
    /// first event is `Joined`. Whoever is told of the room by [Links#onOpen] misses nothing by listening at once.
    void listen(Consumer<ClientEvent> listener);

    /// Puts words into the outbox.
    ///
    /// @throws IllegalStateException if too many wait already, or the connection is given up
    MessageId say(MessageText text);

    /// Words for one person, now or never.
    void whisper(UserName to, MessageText text);

    /// The person writes something.
    void typing();

    /// Everyone in the room, as the host knows it.
    CompletableFuture<List<Reply.Person>> people();

    /// See [dev.parley.client.RoomClient#history].
    CompletableFuture<List<Entry>> history(long before, int limit, Optional<String> search);

    /// Leaves. The last room of a host takes the connection with it. Idempotent.
    void leave();
}
