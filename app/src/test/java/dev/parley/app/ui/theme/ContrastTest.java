package dev.parley.app.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every pair of tokens that carries text passes WCAG 2.2 AA (1.4.3: 4.5 to 1), in both themes and with every accent.
class ContrastTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/parley/app/ui/theme");
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6})\\s*;");
    private static final double AA = 4.5;
    private static final List<String> SURFACES = List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-parley-hover");
    private static final List<List<String>> PAIRS = List.of(
            List.of("-color-accent-fg", "-color-bg-default"), List.of("-color-accent-fg", "-color-bg-subtle"),
            List.of("-color-accent-fg", "-color-accent-subtle"), List.of("-color-fg-default", "-color-accent-subtle"),
            List.of("-color-fg-muted", "-color-accent-subtle"),
            List.of("-parley-on-accent", "-color-accent-emphasis"), List.of("-parley-on-accent", "-parley-accent-hover"),
            List.of("-parley-on-danger", "-color-danger-emphasis"),
            List.of("-color-fg-default", "-parley-selection"),
            List.of("-color-danger-fg", "-color-bg-default"), List.of("-color-danger-fg", "-color-danger-subtle"),
            List.of("-color-warning-fg", "-color-bg-default"), List.of("-color-warning-fg", "-color-warning-subtle"),
            List.of("-color-success-fg", "-color-bg-default"), List.of("-color-success-fg", "-color-success-subtle"),
            List.of("-color-bg-default", "-color-fg-default"));

    private static Stream<Arguments> looks() {
        return Stream.of("tokens-light.css", "tokens-dark.css")
                .flatMap(file -> Stream.of(Accent.values()).map(accent -> Arguments.of(file, accent)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPairIsReadable(String file, Accent accent) throws IOException {
        Map<String, Color> tokens = tokens(file, accent);
        for (List<String> pair : PAIRS) {
            check(tokens, pair.getFirst(), pair.getLast());
        }
        for (String surface : SURFACES) {
            check(tokens, "-color-fg-default", surface);
            check(tokens, "-color-fg-muted", surface);
        }
        check(tokens, "-color-fg-subtle", "-color-bg-default");
        check(tokens, "-color-fg-subtle", "-color-bg-subtle");
    }

    @ParameterizedTest
    @MethodSource("avatars")
    void initialsAreReadableOnEveryAvatar(String colour) {
        assertThat(contrast(Color.WHITE, Color.web(colour))).as("white on %s", colour).isGreaterThanOrEqualTo(AA);
    }

    private static Stream<String> avatars() throws IOException {
        Matcher found = Pattern.compile("\\.avatar-\\d+ \\{ -fx-background-color: (#[0-9a-f]{6})")
                .matcher(Files.readString(FOLDER.resolve("parley.css")));
        List<String> all = found.results().map(m -> m.group(1)).toList();
        assertThat(all).hasSize(12);
        return all.stream();
    }

    private static void check(Map<String, Color> tokens, String text, String surface) {
        assertThat(tokens).containsKeys(text, surface);
        assertThat(contrast(color(tokens, text), color(tokens, surface))).as("%s on %s", text, surface).isGreaterThanOrEqualTo(AA);
    }

    private static Color color(Map<String, Color> tokens, String name) {
        return tokens.getOrDefault(name, Color.TRANSPARENT);
    }

    private static Map<String, Color> tokens(String file, Accent accent) throws IOException {
        String css = Files.readString(FOLDER.resolve(file));
        Map<String, Color> tokens = new HashMap<>();
        read(css.substring(0, css.indexOf(".root.accent-")), tokens);
        int start = css.indexOf("." + accent.styleClass() + " ");
        assertThat(start).as("%s in %s", accent, file).isPositive();
        read(css.substring(start, css.indexOf('}', start)), tokens);
        return tokens;
    }

    private static void read(String css, Map<String, Color> into) {
        TOKEN.matcher(css).results().forEach(m -> into.put(m.group(1), Color.web(m.group(2))));
    }

    /// WCAG 2.2, definition of contrast ratio.
    private static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
