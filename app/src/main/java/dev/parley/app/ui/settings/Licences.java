package dev.parley.app.ui.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What Parley is made of, as the build wrote it into `licences.tsv`.
final class Licences {

    /// One part.
    ///
    /// @param name of the library, typeface or artwork
    /// @param version as it is used
    /// @param licence short name
    /// @param address where it comes from
    record Part(String name, String version, String licence, String address) {}

    private Licences() {}

    static List<Part> all() {
        try (InputStream in = Licences.class.getResourceAsStream("licences.tsv")) {
            if (in == null) {
                throw new IllegalStateException("no list of licences");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(f -> new Part(f[0], f[1], f[2], f[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
