package dev.parley.server;

import dev.parley.protocol.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Shortens lists of names to what a frame holds.
final class Fitting {

    private static final int QUOTES_AND_COMMA = 3;

    /// More than the other fields of a person or a room take.
    private static final int FIELDS = 64;

    private Fitting() {}

    /// Items that are names.
    static <T> List<T> names(Iterable<T> all, Function<T, String> name) {
        return fitting(all, name, QUOTES_AND_COMMA);
    }

    /// Items that are objects with a name and a few small fields.
    static <T> List<T> objects(Iterable<T> all, Function<T, String> name) {
        return fitting(all, name, FIELDS);
    }

    private static <T> List<T> fitting(Iterable<T> all, Function<T, String> name, int more) {
        List<T> fitting = new ArrayList<>();
        int bytes = 0;
        for (T item : all) {
            // a quote or a backslash takes two bytes
            bytes += more + 2 * name.apply(item).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > Limits.PAGE_BYTES) {
                break;
            }
            fitting.add(item);
        }
        return fitting;
    }
}
