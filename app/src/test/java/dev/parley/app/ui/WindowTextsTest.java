package dev.parley.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Texts;
import java.io.IOException;
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
import org.junit.jupiter.params.provider.MethodSource;

/// Every text that a screen asks for is in its bundle, and no other. Keys are written out in the sources, or made from an
/// enum or a code: then the source has the beginning, with its last dot or hyphen, as a literal.
class WindowTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/parley/app");

    /// Made from the code and the level of a finding: FindingTextTest looks at each.
    private static final Pattern FINDING = Pattern.compile("network\\..*-(ok|warn|fail)(-do)?");

    private static Stream<String> screens() {
        return Texts.SCREENS.stream();
    }

    private static Set<String> keys(String screen) {
        return new TreeSet<>(Collections.list(ResourceBundle.getBundle(Texts.screenBundle(screen), Locale.ROOT).getKeys()));
    }

    private static Set<String> literals(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java")).map(WindowTextsTest::read)
                    .flatMap(source -> pattern.matcher(source).results()).map(m -> m.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyTextThatIsAskedForExists(String screen) throws IOException {
        Set<String> wanted = literals(Pattern.compile("\"(" + screen + "(?:\\.[a-z0-9-]*[a-z0-9])+)\""));
        wanted.removeAll(keys(screen));
        wanted.removeIf(key -> key.endsWith(".css") || key.endsWith(".json"));
        assertThat(wanted).as("add to ui/%s/texts.properties:\n%s", screen, String.join(" =\n", wanted)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyTextThatExistsIsAskedFor(String screen) throws IOException {
        Set<String> unused = keys(screen);
        assertThat(unused).as("keys begin with the name of their screen").allMatch(key -> key.startsWith(screen + "."));
        unused.removeAll(literals(Pattern.compile("\"(" + screen + "(?:\\.[a-z0-9-]*[a-z0-9])+)\"")));
        Set<String> beginnings = literals(Pattern.compile("\"(" + screen + "\\.(?:[a-z0-9-]+[.-])*)\""));
        unused.removeIf(FINDING.asMatchPredicate());
        unused.removeIf(key -> beginnings.stream().anyMatch(b -> b.length() > screen.length() + 1 && key.startsWith(b)));
        assertThat(unused).as("remove from ui/%s/texts.properties:\n%s", screen, String.join("\n", unused)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyTextIsAValidFormat(String screen) {
        ResourceBundle bundle = ResourceBundle.getBundle(Texts.screenBundle(screen), Locale.ROOT);
        for (String key : keys(screen)) {
            String text = bundle.getString(key);
            new MessageFormat(text, Locale.ROOT);
            assertThat(text).as("a straight apostrophe in %s is special; use ’", key).doesNotContain("'");
            if (!key.endsWith("-none")) {
                assertThat(text).as("%s is not empty", key).isNotBlank();
            }
        }
    }
}
