package dev.parley.app.ui.hosting;

import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.util.concurrent.CompletableFuture;

/// What a host may do about a person in a room of their own. FX thread.
public interface Moderation {

    /// Makes somebody leave. Completes on the FX thread, never exceptionally.
    ///
    /// @param ban keeps them out until the room is closed or bans are lifted
    CompletableFuture<Change> remove(RoomName room, UserName who, boolean ban);
}
