package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text that the program asks for is in the bundle, and no other.
class MessageKeysTest {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[a-z]+(?:-[a-z]+)*)(?:\\.[a-z-]+)*)\"");
    private static final Pattern FAILURE = Pattern.compile("(?:Problem\\.\\w+, |bad\\()\"([a-z-]+)\"");
    private static final Pattern TEXT = Pattern.compile(
            "(?:text|get|hint|status|say|question|ask|Wrong|comesOrGoes)\\((?:\"[a-z-]+\", )?\"([a-z]+\\.[a-z.-]*[a-z])\"");
    /// Keys that picocli looks up, or that are made from a code.
    private static final Pattern ELSEWHERE = Pattern.compile(
            "parley\\..*|usage\\..*|role\\..*|doctor\\.[a-z-]+\\.(ok|warn|fail)|doctor\\.mark\\..*");

    private final Set<String> keys = new TreeSet<>(Collections.list(
            ResourceBundle.getBundle(Texts.BUNDLE, Locale.ROOT).getKeys()));

    private static Set<String> windowKeys() {
        Set<String> all = new TreeSet<>();
        Texts.SCREENS.forEach(screen -> all.addAll(Collections.list(
                ResourceBundle.getBundle(Texts.screenBundle(screen), Locale.ROOT).getKeys())));
        return all;
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MessageKeysTest::read)
                    .flatMap(source -> pattern.matcher(source).results())
                    .map(match -> match.group(1))
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

    @Test
    void everyTextThatIsAskedForExists() throws IOException {
        Set<String> wanted = found(TEXT);
        found(FAILURE).forEach(code -> wanted.add("error." + code));
        for (ErrorCode code : ErrorCode.values()) {
            wanted.add("error." + code.wireName());
        }
        assertThat(wanted).hasSizeGreaterThan(80);
        wanted.removeAll(keys);
        wanted.removeAll(windowKeys());
        assertThat(wanted).as("add to messages.properties:\n%s", String.join(" =\n", wanted)).isEmpty();
    }

    @Test
    void everyTextThatExistsIsAskedFor() throws IOException {
        Set<String> used = found(LITERAL);
        found(FAILURE).forEach(code -> used.add("error." + code));
        for (ErrorCode code : ErrorCode.values()) {
            used.add("error." + code.wireName());
        }
        Set<String> unused = new TreeSet<>(keys);
        unused.removeAll(used);
        unused.removeIf(key -> ELSEWHERE.matcher(key).matches());
        assertThat(unused).as("remove from messages.properties:\n%s", String.join("\n", unused)).isEmpty();
    }

    @Test
    void everyTextIsAValidFormat() {
        ResourceBundle bundle = ResourceBundle.getBundle(Texts.BUNDLE, Locale.ROOT);
        for (String key : keys) {
            boolean formatted = !key.startsWith("parley.") && !key.startsWith("option.") && !key.startsWith("usage.")
                    && !key.startsWith("doctor.");
            String text = bundle.getString(key);
            if (formatted) {
                new MessageFormat(text, Locale.ROOT);
                assertThat(text).as("a straight apostrophe in %s is special; use ’", key).doesNotContain("'");
            }
        }
    }

    @Test
    void numbersAreWrittenWithoutSeparators() {
        Texts texts = new Texts(Locale.ENGLISH);
        assertThat(texts.get("host.where", "x:12345", 7420)).contains("7420");
        assertThat(texts.get("log.exported", 1L, "x")).isEqualTo("One entry written to x.");
        assertThat(texts.get("log.exported", 12L, "x")).isEqualTo("12 entries written to x.");
        Matcher none = LITERAL.matcher("\"No Key\"");
        assertThat(none.find()).isFalse();
    }
}
