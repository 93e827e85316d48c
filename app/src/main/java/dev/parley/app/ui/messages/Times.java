package dev.parley.app.ui.messages;

import dev.parley.app.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How moments are told to this person. Immutable.
///
/// @param clock what today is
/// @param zone where the person is
/// @param locale how dates and times are written, which need not be the language of the words
public record Times(Clock clock, ZoneId zone, Locale locale) {

    private static final int WEEK = 7;

    /// As the system is set.
    public static Times here(Clock clock) {
        return new Times(clock, ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT));
    }

    LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /// `10:02`, or `10:02 AM` where that is usual.
    String time(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(at.atZone(zone));
    }

    /// Day and time in full, to be shown beside the pointer.
    String exact(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM).withLocale(locale)
                .format(at.atZone(zone));
    }

    /// `Today`, `Yesterday`, the weekday within a week, then the date.
    String day(LocalDate day, Texts texts) {
        long ago = ChronoUnit.DAYS.between(day, clock.instant().atZone(zone).toLocalDate());
        if (ago == 0) {
            return texts.get("messages.today");
        }
        if (ago == 1) {
            return texts.get("messages.yesterday");
        }
        if (ago > 1 && ago < WEEK) {
            String name = day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale);
            return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    }
}
