package dev.parley.app.ui.start;

import dev.parley.log.Retention;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// How long messages are kept, as people choose it.
public enum Keeping {
    FOREVER("forever"),
    MONTH("month"),
    WEEK("week"),
    DAY("day"),
    NEWEST_10000("newest");

    private static final int MANY = 10_000;

    private final String key;

    Keeping(String key) {
        this.key = key;
    }

    /// The text `start.keeping-<key>` says it.
    String key() {
        return key;
    }

    public Retention retention() {
        return switch (this) {
            case FOREVER -> Retention.FOREVER;
            case MONTH -> days(30);
            case WEEK -> days(7);
            case DAY -> days(1);
            case NEWEST_10000 -> new Retention(Optional.empty(), OptionalLong.of(MANY));
        };
    }

    private static Retention days(long days) {
        return new Retention(Optional.of(Duration.ofDays(days)), OptionalLong.empty());
    }
}
