package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/// How long ago something was, as people say it.
record Ago(Texts texts, ZoneId zone) {

    private static final int DAYS_IN_WORDS = 7;

    String of(Instant then, Instant now) {
        Duration gone = Duration.between(then, now);
        if (gone.toMinutes() < 1) {
            return texts.get("start.ago-now"); // and for clocks that went backwards
        }
        if (gone.toHours() < 1) {
            return texts.get("start.ago-minutes", gone.toMinutes());
        }
        LocalDate day = LocalDate.ofInstant(then, zone);
        long days = ChronoUnit.DAYS.between(day, LocalDate.ofInstant(now, zone));
        if (days == 0) {
            return texts.get("start.ago-hours", gone.toHours());
        }
        if (days == 1) {
            return texts.get("start.ago-yesterday");
        }
        return days < DAYS_IN_WORDS
                ? texts.get("start.ago-days", days)
                : texts.get("start.ago-date", day.format(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale())));
    }
}
