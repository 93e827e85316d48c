package dev.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @Test
    void noCharacterThatCommandsATerminalOrTurnsTheDirectionComesThrough() {
        StringBuilder everything = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            everything.appendCodePoint(c);
        }
        assertThat(VisibleText.line(everything.toString()).codePoints()).allMatch(VisibleTextTest::isHarmless);
        assertThat(VisibleText.block(everything.toString()).codePoints()).allMatch(c -> c == '\n' || c == '\t' || isHarmless(c));
    }

    private static boolean isHarmless(int c) {
        boolean c1 = c >= 0x7F && c <= 0x9F;
        boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
        return c >= 0x20 && !c1 && !turnsDirection && c != 0x2028 && c != 0x2029 && c != 0xFEFF;
    }

    @Test
    void anAnsiSequenceIsSeenAndNotObeyed() {
        assertThat(VisibleText.line("\u001b[2J\u001b]0;title\u0007")).isEqualTo("\u241b[2J\u241b]0;title\u2407");
    }

    @Test
    void whatPeopleWriteStaysAsItIs() {
        String words = "שלום, 健太 👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 naïve";
        assertThat(VisibleText.line(words)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001b[31m", "a\u202eb", "a\u2066b", "a\nb", "a\u0000", "a\u200bb", "\u009b2J"})
    void namesWithSuchCharactersAreRefused(String name) {
        assertThatThrownBy(() -> new UserName(name)).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> new RoomName(name)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aNameOfThreeHundredCharactersIsRefused() {
        assertThatThrownBy(() -> new UserName("x".repeat(300))).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> new RoomName("x".repeat(300))).isInstanceOf(ProtocolException.class);
    }
}
