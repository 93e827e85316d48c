package dev.parley.app.cli;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Way;
import java.util.Optional;

/// Decides what people do not need to hear: that everything is as it should be, and a second time that it is not. A host
/// may be away for days, and is tried every few seconds.
final class Calm {

    private boolean onTcp;
    private Optional<String> toldWhy = Optional.empty();

    /// False for a way that is the usual one, unless it was worse before, and for another try that failed as the last did.
    boolean isWorthALine(ClientEvent event) {
        return switch (event) {
            case ClientEvent.WayChanged(var now, _) -> {
                boolean worth = now == Way.TCP || onTcp;
                onTcp = now == Way.TCP;
                yield worth;
            }
            case ClientEvent.Offline(var why, _) -> {
                boolean worth = !toldWhy.equals(Optional.of(why));
                toldWhy = Optional.of(why);
                yield worth;
            }
            case ClientEvent.Online _ -> {
                toldWhy = Optional.empty();
                yield true;
            }
            default -> true;
        };
    }
}
