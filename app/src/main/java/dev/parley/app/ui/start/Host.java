package dev.parley.app.ui.start;

import dev.parley.protocol.RoomName;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// Opens rooms on this computer. Called on the FX thread and returns at once; futures complete on the FX thread, never
/// exceptionally, and the one who hosts is in the room by then.
public interface Host {

    /// Opens a room as the person has filled it in. A room of that name that was hosted before goes on with its messages
    /// and takes these rules.
    CompletableFuture<HostResult> host(HostRequest request);

    /// Opens a room that was hosted before, with the password and the rules that it had.
    ///
    /// @param port empty for the one used last, or the next that is free
    CompletableFuture<HostResult> hostAgain(RoomName room, OptionalInt port);
}
