package dev.parley.app.ui.hosting;

import dev.parley.app.Texts;
import dev.parley.log.History;
import dev.parley.log.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The rules that a person can choose for a room, with their words. A rule that a room has already is among them even if
/// it is not a usual one.
///
/// @param texts words of the window
record RoomChoices(Texts texts) {

    private static final List<Duration> IDLE = LongStream.of(1, 5, 15, 30, 60, 0).mapToObj(Duration::ofMinutes).toList();
    private static final List<History> HISTORY = List.of(new History.All(), new History.Last(50), new History.None());
    private static final List<Retention> RETENTION = Stream.concat(
            Stream.of(Retention.FOREVER),
            Stream.concat(Stream.of(30, 7, 1).map(RoomChoices::days), Stream.of(newest(10_000)))).toList();

    /// A value, and how it is called.
    record Choice<T>(T value, String words) {
        @Override
        public String toString() {
            return words; // what a choice box shows
        }
    }

    private static Retention days(long days) {
        return new Retention(Optional.of(Duration.ofDays(days)), OptionalLong.empty());
    }

    private static Retention newest(long count) {
        return new Retention(Optional.empty(), OptionalLong.of(count));
    }

    List<Choice<Duration>> idle(Duration present) {
        return choices(IDLE, present, this::idleWords);
    }

    List<Choice<History>> history(History present) {
        return choices(HISTORY, present, this::historyWords);
    }

    List<Choice<Retention>> retention(Retention present) {
        return choices(RETENTION, present, this::retentionWords);
    }

    private static <T> List<Choice<T>> choices(List<T> usual, T present, Function<T, String> words) {
        List<T> all = new ArrayList<>(usual);
        if (!all.contains(present)) {
            all.add(present);
        }
        return all.stream().map(v -> new Choice<>(v, words.apply(v))).toList();
    }

    private String idleWords(Duration idle) {
        if (idle.isZero()) {
            return texts.get("hosting.idle-never");
        }
        return idle.toMinutes() % 60 == 0
                ? texts.get("hosting.idle-hours", idle.toHours())
                : texts.get("hosting.idle-minutes", Math.max(1, idle.toMinutes()));
    }

    private String historyWords(History history) {
        return switch (history) {
            case History.All() -> texts.get("hosting.history-all");
            case History.None() -> texts.get("hosting.history-none");
            case History.Last(int entries) -> texts.get("hosting.history-last", entries);
        };
    }

    private String retentionWords(Retention retention) {
        long days = retention.age().map(Duration::toDays).orElse(0L);
        long count = retention.count().orElse(0);
        if (retention.age().isEmpty()) {
            return count == 0 ? texts.get("hosting.keep-all") : texts.get("hosting.keep-newest", count);
        }
        return count == 0 ? texts.get("hosting.keep-days", days) : texts.get("hosting.keep-both", days, count);
    }
}
