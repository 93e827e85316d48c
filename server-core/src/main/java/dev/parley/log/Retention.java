package dev.parley.log;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What a room keeps. An entry goes when either rule says so; the oldest go first, so what is kept is contiguous.
///
/// @param age entries older than this go; empty for no limit
/// @param count at most this many newest entries stay; empty for no limit
public record Retention(Optional<Duration> age, OptionalLong count) {

    /// Keeps everything for ever.
    public static final Retention FOREVER = new Retention(Optional.empty(), OptionalLong.empty());

    public Retention {
        if (age.isPresent() && (age.get().isNegative() || age.get().isZero())) {
            throw new IllegalArgumentException("the age must be positive");
        }
        if (count.isPresent() && count.getAsLong() < 1) {
            throw new IllegalArgumentException("a room keeps at least 1 entry");
        }
    }
}
