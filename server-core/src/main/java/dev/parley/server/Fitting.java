package dev.parley.server;

import dev.parley.protocol.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Shortens lists of names to what a frame holds.
final class Fitting {

    private static final int QUOTES_AND_COMMA = 3;

    private Fitting() {}

    static <T> List<T> names(Iterable<T> all, Function<T, String> name) {
        List<T> fitting = new ArrayList<>();
        int bytes = 0;
        for (T item : all) {
            // a quote or a backslash takes two bytes
            bytes += QUOTES_AND_COMMA + 2 * name.apply(item).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > Limits.PAGE_BYTES) {
                break;
            }
            fitting.add(item);
        }
        return fitting;
    }
}
