package dev.parley.app.ui.messages;

import dev.parley.protocol.Entry;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Where earlier entries of a room come from.
@FunctionalInterface
public interface HistorySource {

    /// The newest entries with a number below `seq`, ascending; fewer than `limit` does not mean that there are no more,
    /// none at all does. Completes on the FX thread; fails when offline.
    CompletableFuture<List<Entry>> before(long seq, int limit);
}
