package dev.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.UserName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource({"Ana,ANA", "Ana,Аnа", "Ｂｅｎ,Ben", "Straße,STRASSE", "b0b,BOB", "Bi11,Bill", "é,e\u0301", "Ольга,ОЛЬГА"})
    void namesThatLookAlikeAreOneName(String one, String other) {
        assertThat(key(one)).isEqualTo(key(other));
    }

    @ParameterizedTest
    @CsvSource({"Ana,Anna", "健太,健大", "Ben,Den", "Ольга,Олга", "Ana,Ana 2"})
    void otherNamesAreOtherNames(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    @Test
    void theKeyIsNeverEmpty() {
        assertThat(key("健太").value()).isNotEmpty();
    }

    private static NameKey key(String name) {
        return NameKey.of(new UserName(name));
    }
}
