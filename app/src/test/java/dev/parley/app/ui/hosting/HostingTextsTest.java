package dev.parley.app.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every text of hosting and of the settings is there, is used, and is a valid pattern.
class HostingTextsTest {

    private static final Pattern LITERAL = Pattern.compile("\"((?:hosting|settings)\\.[a-z-]*[a-z])\"");

    private static Set<String> used(String screen) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/parley/app/ui"))) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .flatMap(f -> LITERAL.matcher(read(f)).results())
                    .map(m -> m.group(1))
                    .filter(key -> key.startsWith(screen + "."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hosting", "settings"})
    void noTextIsMissingOrUnused(String screen) throws IOException {
        Set<String> keys = new TreeSet<>(
                Collections.list(ResourceBundle.getBundle(Texts.screenBundle(screen), Locale.ROOT).getKeys()));
        assertThat(keys).isEqualTo(used(screen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hosting", "settings"})
    void everyTextIsAPattern(String screen) {
        ResourceBundle bundle = ResourceBundle.getBundle(Texts.screenBundle(screen), Locale.ROOT);
        for (String key : Collections.list(bundle.getKeys())) {
            new MessageFormat(bundle.getString(key), Locale.ROOT);
            assertThat(bundle.getString(key)).as(key).doesNotContain("'");
        }
    }
}
