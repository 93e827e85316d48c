package dev.parley.app.ui.start;

import java.time.Duration;

/// When people who do nothing leave, as people choose it.
public enum IdleTime {
    MINUTE("minute", Duration.ofMinutes(1)),
    FIVE_MINUTES("five", Duration.ofMinutes(5)),
    QUARTER("quarter", Duration.ofMinutes(15)),
    HOUR("hour", Duration.ofHours(1)),
    NEVER("never", Duration.ZERO);

    private final String key;
    private final Duration time;

    IdleTime(String key, Duration time) {
        this.key = key;
        this.time = time;
    }

    /// The text `start.idle-<key>` says it.
    String key() {
        return key;
    }

    /// Zero for never.
    public Duration time() {
        return time;
    }
}
