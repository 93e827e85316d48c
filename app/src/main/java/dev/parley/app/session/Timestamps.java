package dev.parley.app.session;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How times are written for programs.
public final class Timestamps {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /// ISO 8601 in UTC, always with milliseconds.
    public static String utc(Instant time) {
        return UTC.format(time);
    }
}
