package dev.parley.app.ui.messages.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.ui.messages.emoji.EmojiList;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {

    private static final EmojiList EMOJI = EmojiList.load();
    private static final Formatter FORMATTER = new Formatter(Mentions.of(List.of("Ben", "Bea Ström", "健太"), "Ana"), EMOJI);

    /// `b[..]` bold, `i[..]` italic, `c[..]` code, `C[..]` a block of code, `l[..]` a link, `m[..]` a mention, `M[..]` of us,
    /// `e[..]` emoji.
    private static String read(String text) {
        return FORMATTER.format(text).stream().map(FormatterTest::told).collect(Collectors.joining("|"));
    }

    private static String told(Block block) {
        return switch (block) {
            case Block.Code code -> "C[" + code.text() + "]";
            case Block.Prose prose -> prose.spans().stream().map(FormatterTest::told).collect(Collectors.joining());
        };
    }

    private static String told(Span span) {
        return switch (span) {
            case Span.Words w -> (w.bold() ? "b" : "") + (w.italic() ? "i" : "")
                    + (w.bold() || w.italic() ? "[" + w.text() + "]" : w.text());
            case Span.Code c -> "c[" + c.text() + "]";
            case Span.Link l -> "l[" + l.text() + "]";
            case Span.Mention m -> (m.me() ? "M[" : "m[") + m.text() + "]";
            case Span.Picture p -> "e[" + p.emoji().name() + "]";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', value = {
        "plain text = plain text",
        "a **bold** word = a b[bold] word",
        "an *italic* one = an i[italic] one",
        "an _italic_ one = an i[italic] one",
        "***both*** = bi[both]",
        "**a *b* c** = b[a ]bi[b]b[ c]",
        "2*3*4 and snake_case_name = 2*3*4 and snake_case_name",
        "2 * 3 * 4 = 2 * 3 * 4",
        "**open = **open",
        "**** and ** ** = **** and ** **",
        "これは**太字**です = これはb[太字]です",
        "`code *x* _y_` = c[code *x* _y_]",
        "a ` b = a ` b",
        "C:\\dir &amp; <b> = C:\\dir &amp; <b>",
        "(see https://a.example/x_(y)). = (see l[https://a.example/x_(y)]).",
        "**https://a.example** = l[https://a.example]",
        "https://a.example/*x*, ok = l[https://a.example/*x]*, ok",
        "xhttps://a.example http:// = xhttps://a.example http://",
        "見て、https://a.example/頁。はい = 見て、l[https://a.example/頁]。はい",
        "parley://10.0.0.1:7420/Crew#ab = l[parley://10.0.0.1:7420/Crew#ab]",
        "javascript://a.example = javascript://a.example",
        "@Ben, @bea ström! @Benjamin ben@ben = m[@Ben], m[@bea ström]! @Benjamin ben@ben",
        "@Ana hi = M[@Ana] hi",
        "@健太さん = m[@健太]さん",
        "hi 👋🏽👨‍👩‍👧❤️ = hi e[wave]e[man-woman-girl]e[heart]",
        "© 1 # ☺ 1️⃣ = © 1 # ☺ e[one]",
    })
    void marksMeanWhatPeopleMean(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @Test
    void fencesKeepTheirLines() {
        assertThat(read("see:\n```java\n  int x = 1; // **no**\n\n  y\n```\nok")).isEqualTo("see:|C[  int x = 1; // **no**\n\n  y]|ok");
        assertThat(read("```one line```")).isEqualTo("C[one line]");
        assertThat(read("```\nnever closed")).isEqualTo("```\nnever closed");
    }

    @Test
    void aLinkTellsWhereItReallyLeads() {
        assertThat(LinkTarget.of("https://bank.example@evil.example/x")).hasValueSatisfying(l -> assertThat(l.host()).isEqualTo("evil.example"));
        assertThat(LinkTarget.of("https://аpple.com/ü?q=a|b")).hasValueSatisfying(l -> {
            assertThat(l.host()).isEqualTo("xn--pple-43d.com");
            assertThat(l.address()).isEqualTo("https://xn--pple-43d.com/%C3%BC?q=a%7Cb");
        });
        assertThat(LinkTarget.of("https://[::1]:8080/x")).hasValueSatisfying(l -> assertThat(l.host()).isEqualTo("[::1]"));
    }

    @Test
    void fewEmojiAloneAreLarge() {
        assertThat(Formatter.isOnlyEmoji(FORMATTER.format("👍 🎉"))).isTrue();
        assertThat(Formatter.isOnlyEmoji(FORMATTER.format("👍👍👍👍"))).isFalse();
        assertThat(Formatter.isOnlyEmoji(FORMATTER.format("ok 👍"))).isFalse();
    }

    @Test
    void theFirstLetterGivesTheDirection() {
        assertThat(Formatter.isRightToLeft("1. שלום abc")).isTrue();
        assertThat(Formatter.isRightToLeft("abc שלום")).isFalse();
        assertThat(Formatter.isRightToLeft("123 👍")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "**", "***", "_", "`", "```\n", "*a ", "**a _b *c ", "a*", "@", "@Ben ", "@a ", "https://", "https://a.b ",
        "https://a/((((", "((((", "\u0301", "😀", "👨‍👩‍👧‍👦", "1️", "\u200D", "*_`@h", "\n", "``` ", "``` `", "ש *", "[[[]]]", "https://[", "%", "https://a/%%%"})
    void hostileTextIsReadInNoTime(String part) {
        String text = part.repeat(8_000 / part.codePointCount(0, part.length()) + 1);
        FORMATTER.format(text); // classes are loaded
        long start = System.nanoTime();
        List<Block> blocks = FORMATTER.format(text);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(250));
        assertThat(blocks.size()).isLessThanOrEqualTo(8_001);
    }

    @Test
    void longMessagesAreFolded() {
        assertThat(Fold.of("short")).isEqualTo(new Fold("short", false));
        Fold lines = Fold.of("a\n".repeat(40));
        assertThat(lines.cut()).isTrue();
        assertThat(lines.text().lines()).hasSize(18);
        Fold emoji = Fold.of("😀".repeat(4_000));
        assertThat(emoji.cut()).isTrue();
        assertThat(Character.isHighSurrogate(emoji.text().charAt(emoji.text().length() - 1))).isFalse();
    }
}
