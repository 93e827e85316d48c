package dev.parley.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.UserName;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedTest {

    private static final UserName ANA = new UserName("Ana");
    private static final UserName ANA_LEE = new UserName("Ana Lee");
    private static final List<UserName> PEOPLE = List.of(ANA, ANA_LEE);

    private static Typed parse(String line) {
        return Typed.parse(line, PEOPLE);
    }

    @Test
    void wordsAreAMessageAndStayAsTheyAre() {
        assertThat(parse("  hello there ")).isEqualTo(new Typed.Say(new MessageText("  hello there ")));
    }

    @Test
    void twoSlashesAreAMessageWithOne() {
        assertThat(parse("//etc/hosts")).isEqualTo(new Typed.Say(new MessageText("/etc/hosts")));
    }

    @Test
    void blankLinesAreNothing() {
        assertThat(parse("   ")).isEqualTo(new Typed.Nothing());
    }

    @Test
    void commandsInAnyCase() {
        assertThat(parse("/PEOPLE")).isEqualTo(new Typed.People());
        assertThat(parse("/who")).isEqualTo(new Typed.People());
        assertThat(parse("/leave now")).isEqualTo(new Typed.Leave());
        assertThat(parse("/help")).isEqualTo(new Typed.Help());
    }

    @Test
    void everyOfferedCommandIsKnown() {
        assertThat(Typed.COMMANDS).allSatisfy(command -> {
            Typed typed = parse(command + " Ana hi");
            assertThat(typed).isNotInstanceOf(Typed.Wrong.class);
        });
    }

    @Test
    void unknownCommandsGiveAHint() {
        assertThat(parse("/lunch today")).isEqualTo(new Typed.Wrong("typed.unknown", List.of("/lunch")));
    }

    @Test
    void whispersToTheLongestNameThatIsThere() {
        assertThat(parse("/msg Ana Lee hi")).isEqualTo(new Typed.Whisper(ANA_LEE, new MessageText("hi")));
        assertThat(parse("/msg @ana hi all")).isEqualTo(new Typed.Whisper(ANA, new MessageText("hi all")));
        assertThat(parse("/msg Ben hi")).isEqualTo(new Typed.Whisper(new UserName("Ben"), new MessageText("hi")));
    }

    @Test
    void whispersNeedNameAndWords() {
        for (String line : List.of("/msg", "/msg Ana", "/msg Ben", "/msg Ana   ")) {
            assertThat(parse(line)).isEqualTo(new Typed.Wrong("typed.msg", List.of()));
        }
    }

    @Test
    void tooLongWordsAreNotAMessage() {
        assertThat(parse("a".repeat(Limits.TEXT_CODE_POINTS + 1))).isInstanceOf(Typed.Wrong.class);
    }
}
