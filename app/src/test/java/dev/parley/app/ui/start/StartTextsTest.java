package dev.parley.app.ui.start;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every text of these screens is there, is used, and is a valid pattern.
class StartTextsTest {

    private static final Pattern LITERAL = Pattern.compile("\"((?:start|join|network)\\.[a-z-]*[a-z])\"");
    /// Made from a choice or a code.
    private static final Pattern MADE = Pattern.compile("start\\.(newcomers|idle|keeping|strength|error)-.*|join\\.refused-.*"
            + "|network\\..*-(ok|warn|fail)(-do)?");

    private static Set<String> used() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/parley/app/ui"))) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .flatMap(f -> LITERAL.matcher(read(f)).results())
                    .map(m -> m.group(1))
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

    private static Set<String> keys(String screen) {
        return new TreeSet<>(Collections.list(ResourceBundle.getBundle(Texts.screenBundle(screen), Locale.ROOT).getKeys()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "join", "network"})
    void noTextIsMissingOrUnused(String screen) throws IOException {
        Set<String> used = used();
        used.removeIf(key -> !key.startsWith(screen + "."));
        Set<String> keys = keys(screen);
        assertThat(keys).as("in the bundle").containsAll(used);
        keys.removeAll(used);
        keys.removeIf(key -> MADE.matcher(key).matches());
        assertThat(keys).as("not used").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "join", "network"})
    void everyTextIsAPattern(String screen) {
        ResourceBundle bundle = ResourceBundle.getBundle(Texts.screenBundle(screen), Locale.ROOT);
        for (String key : keys(screen)) {
            new MessageFormat(bundle.getString(key), Locale.ROOT);
            assertThat(bundle.getString(key)).as(key).doesNotContain("'");
        }
    }

    @Test
    void everyChoiceHasItsWords() {
        Texts texts = Texts.ofWindow(Locale.ENGLISH);
        for (Newcomers n : Newcomers.values()) {
            assertThat(texts.has("start.newcomers-" + n.key())).isTrue();
        }
        for (Keeping k : Keeping.values()) {
            assertThat(texts.has("start.keeping-" + k.key())).isTrue();
        }
        for (IdleTime i : IdleTime.values()) {
            assertThat(texts.has("start.idle-" + i.key())).isTrue();
        }
        for (String why : Set.of("none", "short", "common", "row", "fair", "good", "strong", "words")) {
            assertThat(texts.has("start.strength-" + why)).isTrue();
        }
        assertThat(texts.get("start.near-locked", "Ben", 0)).isEqualTo("Hosted by Ben · nobody inside");
        assertThat(texts.get("start.near-locked", "Ben", 1)).isEqualTo("Hosted by Ben · 1 person");
        assertThat(texts.get("start.near-locked", "Ben", 1204)).isEqualTo("Hosted by Ben · 1,204 people");
    }
}
