package dev.parley.app.link;

import dev.parley.app.session.Hosting;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.util.concurrent.CompletableFuture;

/// The way into rooms. Any thread; futures complete on the executor of the window and never exceptionally.
public interface Entrance {

    /// Goes into a room of another host. Who is in it already stays in it.
    CompletableFuture<JoinOutcome> join(JoinWish wish);

    /// Goes into a room of our own host, as its owner.
    CompletableFuture<JoinOutcome> joinOwn(Hosting hosting, RoomName room, UserName name);
}
