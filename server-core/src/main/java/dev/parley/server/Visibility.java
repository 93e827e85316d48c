package dev.parley.server;

import dev.parley.log.History;

/// What of the past a newcomer may see.
///
/// @param rule the room's setting
record Visibility(History rule) {

    boolean everything() {
        return rule instanceof History.All;
    }

    /// Number of the oldest entry that somebody who comes for the first time may see.
    long newcomer(long head) {
        return switch (rule) {
            case History.All _ -> 1;
            case History.None _ -> head + 1;
            case History.Last(int count) -> Math.max(1, head - count + 1);
        };
    }
}
