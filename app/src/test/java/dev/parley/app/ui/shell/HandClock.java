package dev.parley.app.ui.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that is moved by hand.
final class HandClock extends Clock {

    private final AtomicReference<Instant> now;

    HandClock(String start) {
        now = new AtomicReference<>(Instant.parse(start));
    }

    void passes(Duration time) {
        now.updateAndGet(n -> n.plus(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
