package dev.parley.app.cli;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Way;

/// Decides what people do not need to hear: that everything is as it should be.
final class Calm {

    private boolean onTcp;

    /// False for a way that is the usual one, unless it was worse before.
    boolean isWorthALine(ClientEvent event) {
        if (!(event instanceof ClientEvent.WayChanged(var now, _))) {
            return true;
        }
        boolean worth = now == Way.TCP || onTcp;
        onTcp = now == Way.TCP;
        return worth;
    }
}
